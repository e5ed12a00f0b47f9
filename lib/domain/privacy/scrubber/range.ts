/** Half-open `[start, end)` in UTF-16 code units. */
export type Range = Readonly<{ start: number; end: number }>;

/** A family of secrets and how to find them. `find` must be linear in the text: pages choose the text. */
export type Rule = Readonly<{
  /** Lower case, digits and hyphens; part of the marker and of the counts. */
  name: string;
  find(text: string): Range[];
}>;

/** All matches of a global pattern. */
export function matchesOf(text: string, pattern: RegExp): Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

type Named = { start: number; end: number; rule: string; order: number };

/** Joins what overlaps; the rule that stands first in the list names it. */
export function mergeRanges(found: readonly Named[]): Named[] {
  const merged: Named[] = [];
  for (const range of found.toSorted((a, b) => a.start - b.start || a.order - b.order)) {
    const last = merged.at(-1);
    if (last === undefined || range.start >= last.end) {
      merged.push({ ...range });
      continue;
    }
    last.end = Math.max(last.end, range.end);
    if (range.order < last.order) Object.assign(last, { rule: range.rule, order: range.order });
  }
  return merged;
}
