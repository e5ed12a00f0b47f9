import { useState } from 'preact/hooks';
import type { Team } from '../../../lib/domain/directory/team.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { ThingConflict } from '../conflicts/ThingConflict.tsx';
import { useDirectory } from '../directory-context.tsx';
import { ManagedMark } from '../ManagedMark.tsx';
import { NameDialog } from '../NameDialog.tsx';
import { byNameOf } from '../of-provider.ts';
import { hrefOf } from '../route.ts';
import { useSaving } from '../use-saving.tsx';
import { NewTeam } from './NewTeam.tsx';

/** The team as chosen: without hours the key is left out. */
export function withHours({ id, name }: Team, calendarId: string): Team {
  return calendarId === '' ? { id, name } : { id, name, calendarId };
}

/** Our side: teams and their working hours. */
export function TeamsPage() {
  const t = useText(providers);
  const { directory, managed } = useDirectory();
  const { save, retire } = useSaving();
  const [naming, setNaming] = useState<Team | null>(null);
  const teams = byNameOf(directory.teams.values());
  const calendars = [
    { value: '', label: t.teams.hoursNone },
    ...byNameOf(directory.calendars.values()).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const hours = teams.some(({ calendarId }) => calendarId !== undefined);
  return (
    <div class="prov-page">
      <header>
        <h1>{t.teams.heading}</h1>
        <p class="quiet">{t.teams.intro}</p>
      </header>
      {!hours && <Banner>{teams.length === 0 ? t.teams.none : t.teams.noHours}</Banner>}
      {teams.length > 0 && (
        <table class="prov-table prov-table-stack">
          <thead>
            <tr>
              <th scope="col">{t.teams.team}</th>
              <th scope="col">{t.teams.hours}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => {
              const { id, name, calendarId = '' } = team;
              const fixed = managed.has(id);
              return (
                <tr key={id}>
                  <th scope="row">
                    <PageText text={name} />
                    {fixed && (
                      <span class="prov-under">
                        <ManagedMark />
                      </span>
                    )}
                    <ThingConflict kind="team" id={id} name={name} />
                  </th>
                  <td>
                    <Select
                      label={t.teams.hoursOf(name)}
                      labelHidden
                      value={calendarId}
                      options={calendars}
                      disabled={fixed}
                      onValue={(chosen) => void save('team', withHours(team, chosen), t.saving.saved(name))}
                    />
                  </td>
                  <td>
                    {!fixed && (
                      <div class="prov-actions">
                        <Button
                          size="s"
                          aria-label={t.teams.renameNamed(name)}
                          onClick={() => setNaming(team)}
                        >
                          {t.teams.rename}
                        </Button>
                        <Button
                          size="s"
                          variant="quiet"
                          aria-label={t.teams.retireNamed(name)}
                          onClick={() => void retire('team', id, t.saving.retired(name))}
                        >
                          {t.teams.retire}
                        </Button>
                      </div>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <NewTeam calendars={calendars} />
      <p>
        <a href={hrefOf({ place: 'calendars' })}>{t.teams.newHours}</a>
      </p>
      <NameDialog
        open={naming !== null}
        title={t.teams.renameNamed(naming?.name ?? '')}
        label={t.teams.name}
        value={naming?.name ?? ''}
        missing={t.teams.nameMissing}
        onClose={() => setNaming(null)}
        onSave={(name) =>
          naming ? save('team', { ...naming, name }, t.saving.saved(name)) : Promise.resolve(true)
        }
      />
    </div>
  );
}
