import { useRef, useState } from 'preact/hooks';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import type { DirectoryThing } from '../../../lib/domain/directory/read-entry.ts';
import { starter } from '../../../lib/domain/directory/starters.ts';
import type { StarterKey } from '../../../lib/domain/directory/starters.ts';
import { parseDate } from '../../../lib/domain/time/civil.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { setup } from '../../../lib/i18n/setup/setup.ts';
import { useApp } from '../../state/app.tsx';
import { useFormat, useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { StarterChoice } from '../quick-start/StarterChoice.tsx';
import { starterNames } from '../quick-start/starter-names.ts';
import { useDraft } from '../use-draft.ts';
import { useFirstError } from '../use-first-error.ts';
import { useSaving } from '../use-saving.tsx';

type Props = Readonly<{ provider: Provider; canCancel: boolean; onDone: () => void }>;

/** A starter, written down with a calendar of its own; everything in it can be changed afterwards. */
export function NewAgreement({ provider, canCancel, onDone }: Props) {
  const t = useText(words);
  const p = useText(providers);
  const s = useText(setup);
  const { directory: service } = useApp().services;
  const { zone } = useFormat();
  const { saveAll } = useSaving();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toFirstError = useFirstError(form);
  const draft = useDraft(`agreement of ${provider.id}`, () => ({
    key: 'msp_9_5' as StarterKey, // as: one of the keys
    since: `${new Date().getFullYear()}-01-01`,
  }));
  const { key, since } = draft.value;
  const bad = parseDate(since) === null;

  async function add(): Promise<void> {
    setTried(true);
    if (bad) return toFirstError();
    const { calendars, agreement } = starter(key, {
      ids: service.newId,
      providerId: provider.id,
      tz: provider.tz ?? zone,
      validFrom: since,
      names: starterNames(s, key, provider.name),
    });
    const things: readonly DirectoryThing[] = [
      ...calendars.map((value): DirectoryThing => ({ kind: 'calendar', value })),
      { kind: 'agreement', value: agreement },
    ];
    if (!(await saveAll(things, p.saving.added(agreement.name)))) return;
    draft.drop();
    onDone();
  }
  return (
    <form
      class="prov-part prov-ruled prov-form"
      ref={form}
      noValidate
      aria-label={t.addHeading}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <StarterChoice value={key} onValue={(chosen) => draft.change({ key: chosen })} />
      <TextField
        label={t.since}
        hint={p.start.sinceHint}
        error={tried && bad ? p.problem.date : undefined}
        type="date"
        value={since}
        onText={(date) => draft.change({ since: date })}
      />
      <div class="prov-actions">
        <Button type="submit" variant="primary">
          {t.addSubmit}
        </Button>
        {canCancel && (
          <Button
            onClick={() => {
              draft.drop();
              onDone();
            }}
          >
            {p.start.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
