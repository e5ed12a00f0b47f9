import { ledgerBar, type DueMark, type Held } from '../../lib/domain/accountability/ledger-bar.ts';
import { BarLanes, heightOf, Pennant, percent, type Lanes } from './BarShapes.tsx';
import './ledger-bar.css';

const LANES: Lanes = { top: 0, lane: 4, gap: 2 };

/** The bar of one line of the list. Drawn for the eye: words beside it say whose turn it is. */
export function ThinBar({ held, due }: Readonly<{ held: readonly Held[]; due: DueMark | null }>) {
  const bar = ledgerBar(held, due === null ? [] : [due]);
  if (bar === null) return null;
  const [flag] = bar.flags;
  const height = heightOf(LANES);
  return (
    <svg
      class="ball ball-thin"
      width="100%"
      height={height}
      aria-hidden="true"
      focusable="false"
      direction="ltr"
    >
      <BarLanes bar={bar} lanes={LANES} />
      {flag?.late != null && (
        <line
          class="ball-late"
          x1={percent(flag.late.begin)}
          x2={percent(flag.late.end)}
          y1={height / 2}
          y2={height / 2}
        />
      )}
      {flag !== undefined && (
        <Pennant
          x={percent(flag.place)}
          top={0}
          bottom={height}
          late={flag.late !== null}
          turned={flag.place > 0.5}
        />
      )}
    </svg>
  );
}
