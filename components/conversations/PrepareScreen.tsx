import { useMemo, useState } from 'preact/hooks';
import { useHashLocation } from 'wouter-preact/use-hash-location';
import type { PackOrder } from '../../lib/app/packs/pack-order.ts';
import type { PackForm as FileForm } from '../../lib/app/packs/pack-service.ts';
import { attachedBytes } from '../../lib/app/packs/pack-view.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { conversations } from '../../lib/i18n/conversations/conversations.ts';
import { data } from '../../lib/i18n/data/data.ts';
import { exportFailureText } from '../data/export-failure.ts';
import { PasswordChoice } from '../data/PasswordChoice.tsx';
import { useProtection } from '../data/use-protection.ts';
import { useDirectory } from '../accounts/use-directory.ts';
import { useFormat, useLocale, useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { chosenProvider, conversationsRouteOf, hashOfConversations } from './conversations-route.ts';
import { ConversationTabs } from './ConversationTabs.tsx';
import { HoldButton } from './HoldButton.tsx';
import { PackForm } from './PackForm.tsx';
import { PackPreview } from './PackPreview.tsx';
import { usePack } from './use-pack.ts';
import { usePackPictures } from './use-pack-pictures.ts';
import { usePackFacts } from './use-pack-facts.ts';
import './conversations.css';

type Own = Omit<PackOrder, 'kind'>;

/** Prepare a conversation: choose what it is about, see the pack as it will be, hand it over or hold it. */
export function PrepareScreen() {
  const t = useText(conversations);
  const c = useText(common);
  const exported = useText(data).dialog;
  const { language } = useLocale();
  const format = useFormat();
  const [path] = useHashLocation();
  const directory = useDirectory();
  const asked = conversationsRouteOf(path);
  const route = {
    ...asked,
    provider: chosenProvider(asked.provider, [...(directory?.providers.keys() ?? [])]),
  };
  const { facts, failure } = usePackFacts(route);
  const [own, setOwn] = useState<Own>({
    language,
    note: '',
    questions: '',
    ours: '',
    leftOut: new Set(),
    untold: new Set(),
    pictured: new Set(),
    to: null,
    issueId: null,
  });
  const { kind } = route;
  const order = useMemo<PackOrder>(() => ({ ...own, kind }), [own, kind]);
  const { pictures, reading, failure: unread } = usePackPictures(facts, order);
  const { doc, outcome, send } = usePack(facts, order, pictures);
  const protection = useProtection();
  const [sending, setSending] = useState(false);
  const waiting = doc === null || reading || sending;
  const problem = failure ?? unread;
  async function hand(form: FileForm | 'eml'): Promise<void> {
    const password = protection.take();
    if (password === undefined) return;
    setSending(true);
    try {
      // The file that a mail speaks of is still to be made, and what failed to be tried again, with the same password.
      if ((await send(form, password)) && form !== 'eml') protection.forget();
    } finally {
      setSending(false);
    }
  }
  if (directory === null) return null;
  if (directory.providers.size === 0)
    return (
      <div class="conv-page">
        <h1>{t.title}</h1>
        <EmptyState title={t.none} action={<a href="#/providers/new">{t.addProvider}</a>}>
          {t.noneSentence}
        </EmptyState>
      </div>
    );
  return (
    <div class="conv-page">
      <header class="conv-head">
        <div>
          <h1>{t.title}</h1>
          <p class="quiet">{t.lead}</p>
        </div>
        <div class="conv-actions">
          <Button busy={waiting} onClick={() => window.print()}>
            {t.print}
          </Button>
          <Button busy={waiting} onClick={() => void hand('markdown')}>
            {t.markdown}
          </Button>
          <Button busy={waiting} onClick={() => void hand('eml')}>
            {t.mail}
          </Button>
          <HoldButton facts={facts} order={order} />
          <Button variant="primary" busy={waiting} onClick={() => void hand('html')}>
            {t.html}
          </Button>
        </div>
      </header>
      <ConversationTabs view="prepare" provider={route.provider} />
      {problem !== null && (
        <Banner tone="problem" live>
          {failureText(c, problem)}
        </Banner>
      )}
      <PasswordChoice model={protection} />
      {outcome !== null && 'failed' in outcome && (
        <Banner tone="problem" live>
          {exportFailureText(c, exported, outcome.failed)}
        </Banner>
      )}
      {outcome !== null && !('failed' in outcome) && (
        <Banner tone={outcome.noted ? 'info' : 'warning'} live>
          <p>{t.done(outcome.fileName)}</p>
          {outcome.apart?.why === 'large' && (
            <p>{t.apart(outcome.apart.name, format.bytes(attachedBytes))}</p>
          )}
          {outcome.apart?.why === 'locked' && <p>{t.apartLocked}</p>}
          {!outcome.noted && <p>{t.notNoted}</p>}
        </Banner>
      )}
      {facts?.following === true && <Banner tone="warning">{t.following}</Banner>}
      <div class="conv-columns">
        <PackForm
          directory={directory}
          route={route}
          facts={facts}
          order={order}
          onRoute={(change) => (location.hash = hashOfConversations({ ...route, ...change }))}
          onOrder={(change) => setOwn({ ...own, ...change })}
        />
        <section class="conv-preview" aria-labelledby="conv-preview">
          <h2 id="conv-preview" class="conv-preview-title">
            {t.preview}
          </h2>
          {doc !== null && <PackPreview doc={doc} pictures={pictures} label={t.previewOf} />}
          {doc === null && failure === null && (
            <p class="quiet" role="status">
              {route.provider === '' ? t.choose : t.reading}
            </p>
          )}
        </section>
      </div>
    </div>
  );
}
