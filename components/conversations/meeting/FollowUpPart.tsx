import { useEffect, useState } from 'preact/hooks';
import type { MinutesForm, MinutesRead } from '../../../lib/app/conversations/conversation-service.ts';
import type { Language } from '../../../lib/i18n/area.ts';
import { common, failureText } from '../../../lib/i18n/common/common.ts';
import { conversations } from '../../../lib/i18n/conversations/conversations.ts';
import { meeting } from '../../../lib/i18n/meeting/meeting.ts';
import { useLocale, useText } from '../../state/locale.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { PackPreview } from '../PackPreview.tsx';
import type { MeetingModel } from './meeting-model.ts';

const LANGUAGES = ['en', 'de'] as const;

/** The minutes as they will look, and everything that goes out after the conversation. */
export function FollowUpPart({ model }: Readonly<{ model: MeetingModel }>) {
  const t = useText(meeting).after;
  const c = useText(conversations);
  const words = useText(common);
  const locale = useLocale();
  const [language, setLanguage] = useState<Language>(locale.language);
  const [read, setRead] = useState<MinutesRead | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const { conversation, service, promises } = model;
  const { id } = conversation;
  useEffect(() => {
    let wanted = true;
    void service.minutes(id, language).then((made) => wanted && setRead(made));
    return () => {
      wanted = false;
    };
  }, [service, language, conversation, promises]);
  const doc = read?.ok === true ? read.doc : null;
  async function send(form: MinutesForm): Promise<void> {
    if (doc === null) return;
    const { fileName, noted } = await service.deliver(doc, form);
    setSaid([c.done(fileName), ...(noted ? [] : [c.notNoted])]);
  }
  async function dates(): Promise<void> {
    const fileName = await service.saveDates(id, language);
    setSaid([fileName === null ? t.noDates : c.done(fileName)]);
  }
  return (
    <section class="meet-part meet-after" aria-labelledby="meet-after">
      <h2 id="meet-after">{t.heading}</h2>
      <div class="meet-acts">
        <Select
          label={t.language}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: c.languages[value] }))}
          onValue={setLanguage}
        />
        <Button variant="primary" busy={doc === null} onClick={() => void send('html')}>
          {t.html}
        </Button>
        <Button busy={doc === null} onClick={() => void send('eml')}>
          {t.eml}
        </Button>
        <Button busy={doc === null} onClick={() => void send('markdown')}>
          {t.markdown}
        </Button>
        <Button busy={doc === null} onClick={() => void dates()}>
          {t.ics}
        </Button>
      </div>
      {said.length > 0 && (
        <Banner live>
          {said.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </Banner>
      )}
      {read?.ok === false && <Banner tone="problem">{failureText(words, read.code)}</Banner>}
      {doc !== null && <PackPreview doc={doc} label={t.preview} />}
    </section>
  );
}
