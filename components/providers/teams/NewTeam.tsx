import { useRef, useState } from 'preact/hooks';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useApp } from '../../state/app.tsx';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useDraft } from '../use-draft.ts';
import { useFirstError } from '../use-first-error.ts';
import { useSaving } from '../use-saving.tsx';

type Props = Readonly<{ calendars: readonly Readonly<{ value: string; label: string }>[] }>;

export function NewTeam({ calendars }: Props) {
  const t = useText(providers);
  const { directory: service } = useApp().services;
  const { save } = useSaving();
  const draft = useDraft('team new', () => ({ name: '', calendarId: '' }));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toFirstError = useFirstError(form);
  const { name, calendarId } = draft.value;
  const missing = name.trim() === '';

  async function add(): Promise<void> {
    setTried(true);
    if (missing) return toFirstError();
    const team = { id: service.newId(), name: name.trim(), ...(calendarId === '' ? {} : { calendarId }) };
    if (!(await save('team', team, t.saving.added(team.name)))) return;
    draft.drop();
    setTried(false);
  }
  return (
    <form
      class="prov-part prov-new"
      ref={form}
      noValidate
      aria-labelledby="prov-new-team"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h2 id="prov-new-team">{t.teams.add}</h2>
      <div class="prov-row">
        <TextField
          label={t.teams.name}
          error={tried && missing ? t.teams.nameMissing : undefined}
          value={name}
          maxLength={200}
          autocomplete="off"
          dir="auto"
          onText={(typed) => draft.change({ name: typed })}
        />
        <Select
          label={t.teams.hours}
          value={calendarId}
          options={calendars}
          onValue={(chosen) => draft.change({ calendarId: chosen })}
        />
      </div>
      <div class="prov-actions">
        <Button type="submit">{t.teams.add}</Button>
      </div>
    </form>
  );
}
