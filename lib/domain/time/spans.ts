import type { Ms } from './instant.ts';

/** Half-open: from is in it, to is not. `to` may be Infinity for what has not ended. */
export type Span = readonly [from: Ms, to: Ms];

/** Sorted, without overlaps, without empty ones; spans that touch become one. */
export function united(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(([from, to]) => from < to).toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && span[0] <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], span[1])];
    else result.push(span);
  }
  return result;
}

/** Milliseconds of all spans together; they must not overlap. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + to - from, 0);
}
