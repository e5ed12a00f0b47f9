import type { LedgerBar } from '../../lib/domain/accountability/ledger-bar.ts';
import { sideOf, type Owner } from '../../lib/domain/accountability/owner.ts';

/** Heights in pixels: our lane above, the provider's below, a wait of both on the line between. */
export type Lanes = Readonly<{ top: number; lane: number; gap: number }>;

/** Places are percentages, so that shapes keep their form at every width; print needs no more than these. */
export const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

export const heightOf = ({ top, lane, gap }: Lanes): number => top + 2 * lane + gap;

type PartProps = Readonly<{ owner: Owner; begin: number; end: number; lanes: Lanes }>;

/** Who it is says the lane, what kind of time says the texture: neither needs a colour. */
function Part({ owner, begin, end, lanes: { top, lane, gap } }: PartProps) {
  const side = sideOf(owner);
  const y = side === 'provider' ? top + lane + gap : top;
  const [x, width] = [percent(begin), percent(end - begin)];
  if (owner === 'closed') return null;
  if (owner === 'agreed')
    return <rect class="ball-agreed" x={x} y={top + lane - 1} width={width} height={gap + 2} />;
  if (owner === 'third_party' || owner === 'us_unreported')
    return (
      <>
        <rect class={`ball-soft ball-${owner}`} x={x} y={y} width={width} height={lane} />
        <line
          class={`ball-stripes ball-${owner}`}
          x1={x}
          x2={percent(end)}
          y1={y + lane / 2}
          y2={y + lane / 2}
          stroke-width={lane}
          stroke-dasharray="2 3"
        />
      </>
    );
  if (owner === 'hold')
    return (
      <>
        <rect class="ball-soft ball-hold" x={x} y={y} width={width} height={lane} />
        <line class="ball-edge" x1={x} x2={percent(end)} y1={y + 1} y2={y + 1} />
        <line class="ball-edge" x1={x} x2={percent(end)} y1={y + lane - 1} y2={y + lane - 1} />
      </>
    );
  return <rect class={`ball-${side}`} x={x} y={y} width={width} height={lane} />;
}

/** The two lanes with a tick at each hand-off. */
export function BarLanes({ bar, lanes }: Readonly<{ bar: LedgerBar; lanes: Lanes }>) {
  const { top, lane, gap } = lanes;
  const bottom = heightOf(lanes);
  const middle = top + lane + gap / 2;
  return (
    <>
      <line class="ball-line" x1="0" x2={percent(bar.now)} y1={middle} y2={middle} />
      {bar.now < 1 && (
        <line class="ball-line ball-ahead" x1={percent(bar.now)} x2="100%" y1={middle} y2={middle} />
      )}
      {bar.parts.map((part, i) => (
        <Part key={i} {...part} lanes={lanes} />
      ))}
      {bar.handOffs.map((place, i) => (
        <line key={i} class="ball-tick" x1={percent(place)} x2={percent(place)} y1={top} y2={bottom} />
      ))}
    </>
  );
}

/** A pennant whose pole stands at `x`; filled when it was late. `turned`: it flies to the left, near the end. */
export function Pennant({
  x,
  top,
  bottom,
  late,
  turned,
}: Readonly<{ x: string; top: number; bottom: number; late: boolean; turned: boolean }>) {
  return (
    <svg x={x} y="0" overflow="visible" class={late ? 'ball-flag ball-flag-late' : 'ball-flag'}>
      <line x1="0" x2="0" y1={top} y2={bottom} />
      <path d={turned ? `M0 ${top}h-8l3 3.5-3 3.5h8z` : `M0 ${top}h8l-3 3.5 3 3.5h-8z`} />
    </svg>
  );
}
