import type { Format } from '../format.ts';
import type { AccountWords } from './accounts.ts';

type Share = Readonly<{ rawMs: number; businessMs: number }>;

/** What `sumOf` in lib/domain gives. */
export type Sum = Readonly<{
  totalMs: number;
  provider: Share;
  us: Share;
  unreported: Share;
  agreed: Share;
  closed: Share;
}>;

/** Whose working hours are known; of the other side none are claimed. */
export type KnownHours = Readonly<{ us: boolean; provider: boolean }>;

/**
 * "Of 48 h 50 min, 6 h 50 min were with Acme (all in working time), 41 h 30 min with us (9 h 30 min of our working
 * time), 30 min before we reported."
 */
export function sumText(
  sum: Sum,
  provider: string,
  known: KnownHours,
  { sum: t }: Pick<AccountWords, 'sum'>,
  format: Pick<Format, 'elapsed' | 'worked'>,
): string {
  if (sum.totalMs === 0) return t.none;
  if (sum.unreported.rawMs === sum.totalMs) return t.unreportedOnly(format.elapsed(sum.totalMs));
  const worked = (share: Share, words: (time: string) => string, isKnown: boolean): string => {
    if (!isKnown) return '';
    if (share.businessMs === 0) return ` (${t.noneWorked})`;
    return ` (${share.businessMs === share.rawMs ? t.allWorked : words(format.worked(share.businessMs))})`;
  };
  const parts = [
    {
      share: sum.provider,
      first: (time: string) => t.provider(time, provider),
      next: (time: string) => t.providerNext(time, provider),
      worked: worked(sum.provider, t.theirs, known.provider),
    },
    { share: sum.us, first: t.us, next: t.usNext, worked: worked(sum.us, t.ours, known.us) },
    { share: sum.unreported, first: t.unreported, next: t.unreportedNext, worked: '' },
    { share: sum.agreed, first: t.agreed, next: t.agreedNext, worked: '' },
    { share: sum.closed, first: t.closed, next: t.closedNext, worked: '' },
  ].filter(({ share }) => share.rawMs > 0);
  const said = parts.map(
    ({ share, first, next, worked: note }, i) => (i === 0 ? first : next)(format.elapsed(share.rawMs)) + note,
  );
  return t.whole(format.elapsed(sum.totalMs), said.join(', '));
}
