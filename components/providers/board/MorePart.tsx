import type { Scoreboard } from '../../../lib/domain/accountability/scoreboard.ts';
import { board as words } from '../../../lib/i18n/board/board.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { useFigureWords } from './use-figure-words.ts';

/** What is left, ours first: a line each. */
export function MorePart({ scoreboard }: { scoreboard: Scoreboard }) {
  const t = useText(words).more;
  const format = useFormat();
  const say = useFigureWords();
  const s = scoreboard;
  const rows: readonly (readonly [string, string])[] = [
    [t.late, say.median(s.lateReporting)],
    [t.verify, say.median(s.verifying)],
    [t.unverified, say.rate(s.unverified)],
    [t.noEvidence, say.rate(s.withoutEvidence)],
    [t.withdrawn, say.rate(s.withdrawn)],
    [t.reopens, say.rate(s.reopens.issues)],
    [t.failed, say.rate(s.failedFixes)],
    [t.repeats, say.rate(s.repeats.occurrences)],
    [t.chases, format.number(s.chases)],
    ...(s.updateDiscipline.percent === null
      ? []
      : [[t.discipline, say.percent(s.updateDiscipline.percent)] as const]),
  ];
  return (
    <details class="prov-fold board-more">
      <summary>{t.heading}</summary>
      <dl class="prov-facts board-facts">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd class="num">{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
