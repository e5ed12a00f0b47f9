import type { ClockBoard, Scoreboard } from '../../../lib/domain/accountability/scoreboard.ts';
import { board as words } from '../../../lib/i18n/board/board.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { useAgreedShare } from './use-agreed-share.ts';
import { useFigureWords } from './use-figure-words.ts';

const CLOCKS = ['response', 'restore', 'resolution'] as const;

/** Something was judged, or will be. */
function isJudged({ counts }: ClockBoard): boolean {
  return counts.met + counts.missed + counts.openOverdue + counts.openNotDue + counts.unproven > 0;
}

/** The agreed times: how many were kept, how long it took, and what cannot be shown. */
export function TargetsPart({ scoreboard, providerId }: { scoreboard: Scoreboard; providerId: string }) {
  const t = useText(words).targets;
  const format = useFormat();
  const say = useFigureWords();
  const agreed = useAgreedShare(providerId);
  const rows = CLOCKS.map((clock) => ({ clock, board: scoreboard[clock] }));
  const judged = rows.filter(({ board }) => isJudged(board));
  const measured = rows.filter(({ board }) => board.business.n + board.business.open > 0);
  return (
    <section class="board-part" aria-labelledby="board-targets">
      <h3 id="board-targets">{t.heading}</h3>
      {judged.length === 0 && <p class="quiet">{t.none}</p>}
      {measured.length > 0 && (
        <table class="prov-table prov-table-stack board-targets">
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              {judged.length > 0 && (
                <>
                  <th scope="col">{t.inTime}</th>
                  <th scope="col">{t.late}</th>
                  <th scope="col">{t.overdue}</th>
                  <th scope="col">{t.unproven}</th>
                  <th scope="col">{t.notDue}</th>
                </>
              )}
              <th scope="col">{t.median}</th>
              <th scope="col">{t.p90}</th>
            </tr>
          </thead>
          <tbody>
            {measured.map(({ clock, board: { counts, compliance, business } }) => (
              <tr key={clock}>
                <th scope="row">{t[clock]}</th>
                {judged.length > 0 && (
                  <>
                    <td class="num" data-label={t.inTime}>
                      {say.rate(compliance)}
                      <VerdictBar counts={counts} />
                      {agreed(clock) && <span class="prov-under">{agreed(clock)}</span>}
                    </td>
                    <td class="num" data-label={t.late}>
                      {format.number(counts.missed)}
                    </td>
                    <td class="num" data-label={t.overdue}>
                      {format.number(counts.openOverdue)}
                    </td>
                    <td class="num" data-label={t.unproven}>
                      {format.number(counts.unproven)}
                    </td>
                    <td class="num" data-label={t.notDue}>
                      {format.number(counts.openNotDue)}
                    </td>
                  </>
                )}
                <td class="num" data-label={t.median}>
                  {say.median(business)}
                </td>
                <td class="num" data-label={t.p90}>
                  {business.p90 === null ? '–' : say.minutes(business.p90)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {judged.length > 0 && <p class="quiet small">{t.hint}</p>}
    </section>
  );
}

/** In time, late, cannot be shown, as one thin bar; its numbers stand in the same line. */
function VerdictBar({ counts: { met, missed, openOverdue, unproven } }: Pick<ClockBoard, 'counts'>) {
  const parts = [
    ['met', met],
    ['missed', missed + openOverdue],
    ['unproven', unproven],
  ] as const;
  if (met + missed + openOverdue + unproven === 0) return null;
  return (
    <div class="board-verdicts" aria-hidden="true">
      {parts
        .filter(([, count]) => count > 0)
        .map(([verdict, count]) => (
          <div key={verdict} class={`board-${verdict}`} style={{ flexGrow: count }} />
        ))}
    </div>
  );
}
