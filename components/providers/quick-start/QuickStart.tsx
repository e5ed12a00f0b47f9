import { useEffect, useRef, useState } from 'preact/hooks';
import type { StarterKey } from '../../../lib/domain/directory/starters.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { setup } from '../../../lib/i18n/setup/setup.ts';
import { useApp } from '../../state/app.tsx';
import { useFormat, useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useDirectory } from '../directory-context.tsx';
import { hrefOf, pathOfRoute } from '../route.ts';
import { useDraft } from '../use-draft.ts';
import { useFirstError } from '../use-first-error.ts';
import { useSaving } from '../use-saving.tsx';
import { AddressesField } from './AddressesField.tsx';
import { starterNames } from './starter-names.ts';
import { StarterChoice } from './StarterChoice.tsx';
import { StartDetails } from './StartDetails.tsx';
import { patternsIn, startProblems, startThings } from './start-model.ts';
import type { StartDraft } from './start-model.ts';

/** From nothing to a provider whose pages are recognised: a name, an address, what was agreed. */
export function QuickStart() {
  const t = useText(providers);
  const s = useText(setup);
  const { directory: service } = useApp().services;
  const { directory } = useDirectory();
  const { saveAll } = useSaving();
  const { zone } = useFormat();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const draft = useDraft<StartDraft>('provider new', () => ({
    name: '',
    addresses: '',
    system: '',
    starter: 'measure_first',
    since: `${new Date().getFullYear()}-01-01`,
    kind: 'msp',
    zone,
  }));
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const toFirstError = useFirstError(form);
  useEffect(() => first.current?.focus(), []);
  const { value, change } = draft;
  const found = startProblems(value, directory);
  const problems = tried ? found : {};

  async function add(): Promise<void> {
    setTried(true);
    if (Object.keys(found).length > 0) return toFirstError();
    setBusy(true);
    const name = value.name.trim();
    const names = starterNames(s, value.starter, name);
    const { providerId, things } = startThings(value, { ids: service.newId, names });
    const said = patternsIn(value.addresses).length > 0 ? t.start.added(name) : t.start.addedBare(name);
    const done = await saveAll(things, said);
    setBusy(false);
    if (!done) return;
    draft.drop();
    location.hash = pathOfRoute({ place: 'provider', id: providerId, tab: 'overview' });
  }

  return (
    <form
      class="prov-page prov-form"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void add();
      }}
    >
      <header>
        <h1>{t.start.heading}</h1>
        <p class="quiet">{t.start.lead}</p>
      </header>
      <TextField
        label={t.start.name}
        hint={t.start.nameHint}
        error={
          problems.name &&
          (problems.name.is === 'missing' ? t.problem.nameMissing : t.problem.nameTaken(problems.name.by))
        }
        controlRef={first}
        value={value.name}
        maxLength={200}
        autocomplete="off"
        onText={(name) => change({ name })}
      />
      <AddressesField
        value={value.addresses}
        problem={problems.addresses}
        onText={(addresses) => change({ addresses })}
      />
      <StarterChoice value={value.starter} onValue={(starter: StarterKey) => change({ starter })} />
      <StartDetails value={value} problems={problems} onChange={change} />
      <div class="prov-actions">
        <Button type="submit" variant="primary" busy={busy}>
          {t.start.submit}
        </Button>
        <a class="button button-quiet button-m" href={hrefOf({ place: 'list' })} onClick={draft.drop}>
          {t.start.cancel}
        </a>
      </div>
    </form>
  );
}
