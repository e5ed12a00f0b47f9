import type { Outage } from '../../../lib/domain/accountability/outages.ts';
import { instantOf } from '../../../lib/domain/time/instant.ts';
import { board as words } from '../../../lib/i18n/board/board.ts';
import { useFormat, useText } from '../../state/locale.tsx';

type Props = Readonly<{
  outages: readonly Outage[];
  /** `November 2026` */
  window: string;
  /** Zone of the contract. */
  tz: string;
  asOf: number;
}>;

/** What was down, each a way to its issue: since when and how long. */
export function OutageLinks({ outages, window, tz, asOf }: Props) {
  const t = useText(words).availability;
  const format = useFormat();
  if (outages.length === 0) return <span class="quiet">{t.count(0)}</span>;
  const lasted = ({ spans }: Outage): string => {
    const ms = spans.reduce((sum, { from, to }) => sum + Math.max(0, (to?.at ?? asOf) - from.at), 0);
    const still = spans.some(({ to }) => to === null) ? [t.still] : [];
    return [format.elapsed(ms), ...still].join(', ');
  };
  return (
    <details class="prov-fold board-outages">
      <summary>
        {t.count(outages.length)} <span class="hidden-text">· {window}</span>
      </summary>
      <ul>
        {outages.map((one) => (
          <li key={one.issue}>
            <a href={`#/log/${one.issue}`}>
              {one.spans[0] && format.weekdayTime(instantOf(one.spans[0].from.at), tz)}
            </a>
            <span class="prov-under">
              {lasted(one)}
              {!one.sure && ` · ${t.maybe}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
