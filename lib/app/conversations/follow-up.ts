import type { SharedConversation } from '../../domain/conversations/shared.ts';
import type { PromiseEntry } from '../../domain/issue/promises-of.ts';
import { safeFileName, visibleText } from '../../domain/privacy/display.ts';
import { mailDraft } from '../../export/formats/eml/draft.ts';
import { calendarText } from '../../export/formats/ics/calendar.ts';
import { packHtml } from '../../export/packs/pack-html.tsx';
import { packMarkdown } from '../../export/packs/pack-markdown.ts';
import { packPlain } from '../../export/packs/pack-plain.ts';
import { wordsOf } from '../../i18n/area.ts';
import { minutes } from '../../i18n/minutes/minutes.ts';
import type { Store } from '../../storage/types/store.ts';
import { noteExport } from '../export/note-export.ts';
import type { ConversationService } from './conversation-service.ts';
import { decidedDates } from './decided-dates.ts';

type Deps = Readonly<{
  store: Pick<Store, 'own' | 'append' | 'newId'>;
  now: () => Date;
  zone: () => string;
  version: string;
  download: (blob: Blob, fileName: string) => void;
}>;

type Told = Readonly<{
  conversation: SharedConversation;
  promises: readonly PromiseEntry[];
  provider: string;
}>;

const FORMS = {
  html: { type: 'text/html', ending: 'html' },
  markdown: { type: 'text/markdown', ending: 'md' },
  eml: { type: 'message/rfc822', ending: 'eml' },
} as const;

/** What goes out after a conversation. */
export function createFollowUp(
  deps: Deps,
  told: (id: string) => Promise<Told | null>,
): Pick<ConversationService, 'deliver' | 'saveDates'> {
  const { store, now, version, download } = deps;
  return {
    async deliver(doc, form) {
      const { type, ending } = FORMS[form];
      const at = now().toISOString();
      const base = safeFileName(`${doc.title} ${at.slice(0, 10)}`);
      const fileName = `${base}.${ending}`;
      const text =
        form === 'markdown'
          ? packMarkdown(doc)
          : form === 'html'
            ? await packHtml(doc)
            : mailDraft({
                id: store.newId(),
                to: null,
                subject: doc.title,
                text: packPlain(doc),
                html: null,
                at,
                file: {
                  name: `${base}.html`,
                  mime: 'text/html',
                  bytes: new TextEncoder().encode(await packHtml(doc)),
                },
              });
      download(new Blob([text], { type }), fileName);
      const noted = await noteExport(deps, { formats: [`minutes-${form}`], issues: doc.issues });
      return { fileName, noted };
    },
    async saveDates(id, language) {
      const known = await told(id);
      if (known === null) return null;
      const { conversation, promises, provider } = known;
      const madeAt = now().toISOString();
      const entries = decidedDates(conversation, promises, madeAt, language);
      if (entries.length === 0) return null;
      const name = wordsOf(minutes, language).calendar(visibleText(provider));
      const text = await calendarText(entries, { name, madeAt, version });
      const fileName = `${safeFileName(`casebook_decided ${provider} ${madeAt.slice(0, 10)}`)}.ics`;
      download(new Blob([text], { type: 'text/calendar' }), fileName);
      return fileName;
    },
  };
}
