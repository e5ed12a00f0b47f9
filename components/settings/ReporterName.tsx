import { useEffect, useState } from 'preact/hooks';
import type { DirectoryView } from '../../lib/app/directory/directory-service.ts';
import { failureCode } from '../../lib/app/log/failure.ts';
import type { Reporter } from '../../lib/domain/directory/team.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { settings as words } from '../../lib/i18n/settings/settings.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { useLive } from '../state/use-live.ts';
import { Select, TextField } from '../ui/Field.tsx';

/** Who reports: a name that may stay empty, and the team whose working hours count. Kept on leaving the field. */
export function ReporterName({ onSaved }: { onSaved: () => void }) {
  const t = useText(words).reporter;
  const c = useText(common);
  const { services, toasts } = useApp();
  const { directory } = services;
  const me = useLive<Reporter | null>((listener) => directory.me.live(listener, () => undefined), null, [
    directory,
  ]);
  const view = useLive<DirectoryView | null>((listener) => directory.live(listener, () => undefined), null, [
    directory,
  ]);
  const [name, setName] = useState('');
  useEffect(() => setName(me?.name ?? ''), [me?.name]);
  const teams = [...(view?.directory.teams.values() ?? [])];
  const teamId = me?.teamId ?? '';

  async function save(next: Readonly<{ name: string; teamId: string }>): Promise<void> {
    try {
      const result = await directory.me.save({
        name: next.name.trim(),
        ...(next.teamId === '' ? {} : { teamId: next.teamId }),
      });
      if (result.ok) onSaved();
      else toasts.show({ tone: 'problem', text: failureText(c, result.code) });
    } catch (error) {
      toasts.show({ tone: 'problem', text: failureText(c, failureCode(error)) });
    }
  }
  const keepName = (): void => {
    if (name.trim() !== (me?.name ?? '')) void save({ name, teamId });
  };
  return (
    <section class="settings-part" aria-labelledby="settings-reporter">
      <h2 id="settings-reporter">{t.heading}</h2>
      <div class="settings-reporter">
        <TextField
          label={t.name}
          hint={t.nameHint}
          value={name}
          maxLength={200}
          dir="auto"
          autocomplete="off"
          onText={setName}
          onBlur={keepName}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) keepName();
          }}
        />
        {teams.length > 0 && (
          <Select
            label={t.team}
            hint={t.teamHint}
            value={teamId}
            options={[
              { value: '', label: t.teamNone },
              ...teams.map((team) => ({ value: team.id, label: team.name })),
            ]}
            onValue={(chosen) => void save({ name, teamId: chosen })}
          />
        )}
      </div>
      <p>
        <a class="settings-alone" href="#/providers/teams">
          {t.teams}
        </a>
      </p>
    </section>
  );
}
