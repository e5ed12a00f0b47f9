import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import type { Rate } from '../../lib/domain/accountability/statistics/compliance.ts';
import { promisesOf } from '../../lib/domain/accountability/statistics/promises.ts';
import { thingOf, type Directory } from '../../lib/domain/directory/directory.ts';
import { promiseFigure } from '../../lib/domain/issue/promises-of.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { DAY } from '../../lib/domain/time/instant.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { BallGlyph } from '../accounts/BallGlyph.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import '../accounts/account.css';

type Props = Readonly<{
  rows: readonly PromiseRow[];
  providerId: string | null;
  directory: Directory | null;
  asOf: number;
}>;

/** Both sides by the same ruler: ours first, then each provider. A share is told only where there are enough. */
export function PromiseSum({ rows, providerId, directory, asOf }: Props) {
  const t = useText(words);
  const format = useFormat();
  const of = providerId === null ? rows : rows.filter((row) => row.providerId === providerId);
  const theirs = of.filter(({ owner }) => owner === 'provider');
  const ids = [...new Set(theirs.map((row) => row.providerId))];
  const nameOf = (id: string | null): string => {
    const provider = directory === null ? null : thingOf(directory, 'provider', id);
    return provider === null ? t.noProvider : visibleText(provider.name);
  };
  const sides = [
    { key: 'us', name: t.sum.us, owner: 'us' as const, rows: of.filter(({ owner }) => owner === 'us') },
    ...ids.map((id) => ({
      key: id ?? '',
      name: nameOf(id),
      owner: 'provider' as const,
      rows: theirs.filter((row) => row.providerId === id),
    })),
  ];
  const kept = ({ hits, n, percent, manner }: Rate): string => {
    if (n === 0 || percent === null) return t.sum.notYet;
    const [of_, due] = [format.number(hits), format.number(n)];
    return manner === 'counts' ? t.sum.of(of_, due) : t.sum.share(of_, due, format.percent(percent / 100));
  };
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label={t.sum.caption}>
      <table class="plain-table">
        <caption class="hidden-text">{t.sum.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.sum.side}</th>
            <th scope="col">{t.sum.kept}</th>
            <th scope="col" class="cell-number">
              {t.sum.late}
            </th>
            <th scope="col" class="cell-number">
              {t.sum.missed}
            </th>
            <th scope="col" class="cell-number">
              {t.sum.overdue}
            </th>
            <th scope="col" class="cell-number">
              {t.sum.open}
            </th>
            <th scope="col">{t.sum.moves}</th>
          </tr>
        </thead>
        <tbody>
          {sides.map((side) => {
            const sum = promisesOf(side.rows.map(promiseFigure), side.owner, asOf);
            return (
              <tr key={side.key}>
                <th scope="row">
                  <span class="promise-owner">
                    <BallGlyph turn={side.owner} /> <bdi>{side.name}</bdi>
                  </span>
                </th>
                <td class="num">{kept(sum.kept)}</td>
                <td class="cell-number">{format.number(sum.counts.late)}</td>
                <td class="cell-number">{format.number(sum.counts.missed)}</td>
                <td class="cell-number">{format.number(sum.counts.openOverdue)}</td>
                <td class="cell-number">{format.number(sum.counts.openNotDue)}</td>
                <td class="num">{t.sum.moved(sum.moves, format.elapsed(sum.slippedDays * DAY))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
