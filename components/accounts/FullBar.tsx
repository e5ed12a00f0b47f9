import type { LedgerBar } from '../../lib/domain/accountability/ledger-bar.ts';
import { instantOf } from '../../lib/domain/time/instant.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { BarLanes, heightOf, Pennant, percent, type Lanes } from './BarShapes.tsx';
import './ledger-bar.css';

/** One row of words above the lanes for each due time, so that no two can cover each other. */
const FLAG_ROW = 18;
const LANE = 14;
const GAP = 4;

type Props = Readonly<{
  bar: LedgerBar;
  provider: string;
  /** What the drawing shows, in words. */
  label: string;
  /** It is not closed: its end is now. */
  open: boolean;
  now: Date;
}>;

/** The ledger bar in full: each lane is named beside it, each due time above it. */
export function FullBar({ bar, provider, label, open, now }: Props) {
  const t = useText(accounts);
  const format = useFormat();
  const lanes: Lanes = { top: bar.flags.length * FLAG_ROW + 2, lane: LANE, gap: GAP };
  const height = heightOf(lanes);
  const when = (at: number): string => format.when(instantOf(at), now);
  const end = (at: number): string => format.dayTime(instantOf(at), now);
  return (
    <div class="full-bar">
      <div class="full-bar-names" aria-hidden="true">
        <span class="full-bar-us">{t.us}</span>
        <span class="full-bar-provider">
          <bdi>{provider}</bdi>
        </span>
      </div>
      <svg
        class="ball full-bar-drawing"
        width="100%"
        height={height}
        role="img"
        aria-label={label}
        direction="ltr"
      >
        <BarLanes bar={bar} lanes={lanes} />
        {bar.flags.map((flag, row) => {
          const top = row * FLAG_ROW + 4;
          const turned = flag.place > 0.6;
          const words = flag.late === null ? t.due.ahead : t.bar.lateFlag;
          return (
            <g key={flag.clock}>
              {flag.late !== null && (
                <line
                  class="ball-late"
                  x1={percent(flag.late.begin)}
                  x2={percent(flag.late.end)}
                  y1={(row + 1) * FLAG_ROW - 1}
                  y2={(row + 1) * FLAG_ROW - 1}
                />
              )}
              <Pennant
                x={percent(flag.place)}
                top={top}
                bottom={height}
                late={flag.late !== null}
                turned={turned}
              />
              <svg x={percent(flag.place)} y={top} overflow="visible">
                <text
                  class={flag.late === null ? 'ball-words' : 'ball-words ball-words-late'}
                  x={turned ? -12 : 12}
                  y={9}
                  text-anchor={turned ? 'end' : 'start'}
                >
                  {words(t.clock[flag.clock], when(flag.at))}
                </text>
              </svg>
            </g>
          );
        })}
      </svg>
      <div class="full-bar-axis quiet small num" aria-hidden="true">
        <span>{end(bar.from)}</span>
        <span>{open && bar.now === 1 ? t.bar.now : end(bar.to)}</span>
      </div>
    </div>
  );
}
