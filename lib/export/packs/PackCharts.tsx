import { sideOf, type Owner } from '../../domain/accountability/owner.ts';
import type { LedgerBar } from '../../domain/accountability/ledger-bar.ts';
import type { Share } from './doc.ts';

const WIDTH = 1000;
const at = (share: number): string => (share * WIDTH).toFixed(1);
/** Narrower than this a name does not fit; the table has it all the same. */
const NAMED = 0.14;

/** Colour and texture of a kind of time: neither alone. */
const LOOK: Readonly<Record<Owner, string>> = {
  us_unreported: 'us-soft',
  us_info: 'us',
  us_verify: 'us',
  provider: 'them',
  third_party: 'third',
  hold: 'them-soft',
  agreed: 'agreed',
  closed: 'none',
};

export function SharesChart({ alt, parts }: { alt: string; parts: readonly Share[] }) {
  const total = parts.reduce((sum, { ms }) => sum + ms, 0);
  if (total === 0) return null;
  let begin = 0;
  const placed = parts.map((part) => {
    const from = begin;
    begin += part.ms / total;
    return { ...part, from, share: part.ms / total };
  });
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} 34`} role="img" aria-label={alt}>
      {placed
        .filter(({ ms }) => ms > 0)
        .map(({ side, label, from, share }) => (
          <g>
            <rect class={`side-${side}`} x={at(from)} y="0" width={at(share)} height="34" />
            {side === 'nobody' && (
              <line class="gap" x1={at(from)} x2={at(from + share)} y1="17" y2="17" stroke-dasharray="4 6" />
            )}
            {share >= NAMED && side !== 'nobody' && (
              <text x={at(from + 0.012)} y="24">
                {label}
              </text>
            )}
          </g>
        ))}
    </svg>
  );
}

/** Our lane above, the provider's below; a tick at each hand-off, a pennant where something was due. */
export function BarChart({ alt, bar }: { alt: string; bar: LedgerBar }) {
  return (
    <svg class="chart bar" viewBox={`0 0 ${WIDTH} 36`} role="img" aria-label={alt}>
      <line class="middle" x1="0" x2={at(bar.now)} y1="18" y2="18" />
      {bar.parts
        .filter(({ owner }) => owner !== 'closed')
        .map(({ owner, begin, end }) => (
          <rect
            class={`ball-${LOOK[owner]}`}
            x={at(begin)}
            y={owner === 'agreed' ? 15 : sideOf(owner) === 'provider' ? 20 : 4}
            width={at(Math.max(end - begin, 0.001))}
            height={owner === 'agreed' ? 6 : 12}
          />
        ))}
      {bar.handOffs.map((place) => (
        <line class="tick" x1={at(place)} x2={at(place)} y1="2" y2="34" />
      ))}
      {bar.flags.map(({ place, late }) => (
        <path class={late ? 'flag late' : 'flag'} d={`M${at(place)} 34V0h12l-4 4 4 4h-12`} />
      ))}
    </svg>
  );
}
