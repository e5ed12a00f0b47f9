import { useState } from 'preact/hooks';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { conversations } from '../../../lib/i18n/conversations/conversations.ts';
import { meeting } from '../../../lib/i18n/meeting/meeting.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { useDirectory } from '../directory-context.tsx';
import { ManagedMark } from '../ManagedMark.tsx';
import { pathOfRoute } from '../route.ts';
import { ThingConflict } from '../conflicts/ThingConflict.tsx';
import { useSaving } from '../use-saving.tsx';
import { ProviderDialog } from './ProviderDialog.tsx';

/** Its name, and what can be done to it as a whole. */
export function ProviderHead({ provider }: { provider: Provider }) {
  const t = useText(providers);
  const c = useText(conversations);
  const held = useText(meeting).held;
  const { managed } = useDirectory();
  const { retire } = useSaving();
  const [editing, setEditing] = useState(false);
  const { id, name, kind, tz } = provider;
  return (
    <>
      <header class="prov-head">
        <div>
          <h1>
            <PageText text={name} />
          </h1>
          <p class="quiet prov-facts-line">
            {t.kind[kind]}
            {tz !== undefined && <span>{tz}</span>}
            {managed.has(id) && <ManagedMark />}
          </p>
        </div>
        <div class="prov-actions">
          <a class="button button-plain button-m" href={`#/conversations?provider=${id}`}>
            {c.prepare}
          </a>
          <a class="button button-quiet button-m" href={`#/conversations?view=held&provider=${id}`}>
            {held.link}
          </a>
          {!managed.has(id) && (
            <>
              <Button onClick={() => setEditing(true)}>{t.provider.edit}</Button>
              <Button
                variant="quiet"
                onClick={() => {
                  void retire('provider', id, t.saving.retired(name)).then((done) => {
                    if (done) location.hash = pathOfRoute({ place: 'list' });
                  });
                }}
              >
                {t.provider.retire}
              </Button>
            </>
          )}
        </div>
      </header>
      <ThingConflict kind="provider" id={id} name={name} />
      <ProviderDialog provider={provider} open={editing} onClose={() => setEditing(false)} />
    </>
  );
}
