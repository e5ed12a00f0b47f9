import { useEffect, useState } from 'preact/hooks';
import type { RecordedView } from '../../lib/app/client/protocol.ts';
import type { SystemChoice, SystemOffers } from '../../lib/app/client/system-view.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { wordsOf } from '../../lib/i18n/area.ts';
import { chooser } from '../../lib/i18n/chooser/chooser.ts';
import { popupFailure } from '../../lib/i18n/popup/failure.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Field.tsx';
import { NewSystem } from './chooser/NewSystem.tsx';
import { PickSystem } from './chooser/PickSystem.tsx';
import { suggestedName } from './chooser/system-name.ts';
import './chooser/chooser.css';
import type { PopupController } from './popup-controller.ts';
import { useSpeech } from './words.ts';

type Props = Readonly<{
  view: RecordedView;
  controller: Pick<PopupController, 'systems' | 'setSystem'>;
  onDone: () => void;
}>;

/** What the dialog holds: an existing system by typing, or a new one in one step. Loaded when it is opened. */
export function SystemChooser({ view, controller, onDone }: Props) {
  const { t: say, language } = useSpeech();
  const t = wordsOf(chooser, language);
  const [offers, setOffers] = useState<SystemOffers | null>(null);
  const [failure, setFailure] = useState('');
  /** Name of the system to be made; null: one is picked. */
  const [made, setMade] = useState<string | null>(null);
  /** From now on for all of that address; '': for this issue only. */
  const [always, setAlways] = useState('');
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    void controller.systems().then((found) => {
      if (found === null) setFailure(t.unreachable);
      else if (found.systems.length === 0) setMade(suggestedName(view.title, view.host));
      setAlways((found?.usual === true && found.always[0]) || '');
      setOffers(found);
    });
  }, []);

  async function choose(choice: Pick<SystemChoice, 'system' | 'provider'>): Promise<void> {
    if (busy) return;
    setBusy(true);
    const code = await controller.setSystem({ ...choice, always: always === '' ? null : always });
    setBusy(false);
    if (code === null) onDone();
    else setFailure(popupFailure(say, code));
  }
  const scope =
    offers === null || offers.always.length === 0 ? (
      <p class="quiet small">{t.onlyThisSaid}</p>
    ) : (
      <Select
        label={t.always}
        value={always}
        options={[
          ...offers.always.map((address) => ({ value: address, label: t.allOf(visibleText(address)) })),
          { value: '', label: t.onlyThis },
        ]}
        onValue={setAlways}
      />
    );
  return (
    <div class="chooser">
      <header class="chooser-head">
        <h2 class="chooser-title">{made === null ? t.title : t.titleNew}</h2>
        <Button size="s" variant="quiet" onClick={onDone}>
          {t.close}
        </Button>
      </header>
      {offers === null && failure === '' && <p class="quiet">{t.loading}</p>}
      {offers !== null && made === null && (
        <>
          <PickSystem
            t={t}
            systems={offers.systems}
            current={view.system.state === 'one' ? view.system.id : null}
            onPick={(id) => void choose({ system: { id } })}
            onNew={(name) => setMade(name === '' ? suggestedName(view.title, view.host) : name)}
          />
          {scope}
        </>
      )}
      {offers !== null && made !== null && (
        <NewSystem
          t={t}
          name={made}
          providers={offers.providers}
          busy={busy}
          onSave={(choice) => void choose(choice)}
          back={
            offers.systems.length > 0 && (
              <Button variant="quiet" onClick={() => setMade(null)}>
                {t.back}
              </Button>
            )
          }
        >
          {scope}
        </NewSystem>
      )}
      <p class="chooser-failure" role="alert">
        {failure}
      </p>
    </div>
  );
}
