import type { ProviderBoard } from '../../../lib/app/accounts/account-service.ts';
import { thingOf } from '../../../lib/domain/directory/directory.ts';
import { board as words } from '../../../lib/i18n/board/board.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { useDirectory } from '../directory-context.tsx';
import { useFigureWords } from './use-figure-words.ts';

/** From this share on it is worth looking at the one team's own setup. */
const NEARLY_ALL = 80;

/** Who of us sees it. Teams are compared, persons never. */
export function TeamsPart({ board: { teams, breadth } }: { board: ProviderBoard }) {
  const t = useText(words).teams;
  const format = useFormat();
  const say = useFigureWords();
  const { directory } = useDirectory();
  if (teams.length === 0) return null;
  const name = (id: string) => thingOf(directory, 'team', id)?.name ?? id;
  const { most } = breadth;
  return (
    <section class="board-part" aria-labelledby="board-teams">
      <h3 id="board-teams">{t.heading}</h3>
      <p>
        {t.breadth(format.number(breadth.reporting), format.number(breadth.teams))}{' '}
        {most &&
          breadth.teams > 1 &&
          most.percent >= NEARLY_ALL &&
          t.most(say.percent(most.percent), name(most.team))}
      </p>
      <table class="prov-table prov-table-stack">
        <thead>
          <tr>
            <th scope="col">{t.team}</th>
            <th scope="col">{t.issues}</th>
            <th scope="col">{t.occurrences}</th>
            <th scope="col">{t.shared}</th>
            <th scope="col">{t.reporting}</th>
            <th scope="col">{t.answers}</th>
          </tr>
        </thead>
        <tbody>
          {teams.map((row) => (
            <tr key={row.team}>
              <th scope="row">
                <PageText text={name(row.team)} />
              </th>
              <td class="num" data-label={t.issues}>
                {format.number(row.issues)}
              </td>
              <td class="num" data-label={t.occurrences}>
                {format.number(row.occurrences)}
              </td>
              <td class="num" data-label={t.shared}>
                {format.number(row.shared)}
              </td>
              <td class="num" data-label={t.reporting}>
                {say.median(row.reporting)}
              </td>
              <td class="num" data-label={t.answers}>
                {say.median(row.answers)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
