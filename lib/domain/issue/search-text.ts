import type { Issue } from './issue.ts';

/**
 * Makes text comparable for search: compatibility forms, accents, case and spacing do not matter; "Straße" is found
 * by "strasse". Apply it to the query too. Idempotent. The result holds no control characters.
 */
export function foldText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFKD')
      .toLowerCase()
      // Lower-casing can bring new marks (İ), so they are split off once more.
      .normalize('NFKD')
      .replaceAll(/[\p{M}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu, '')
      .replaceAll('ß', 'ss')
      .replaceAll('ς', 'σ')
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim()
  );
}

/** Everything a person might search an issue by, folded; fields stand on lines of their own so that no hit spans two. */
export function searchTextOf(issue: Issue): string {
  const fields = [
    issue.key,
    issue.title,
    issue.description,
    ...issue.occurrences.map((occurrence) => occurrence.body.page.title),
    issue.host ?? '',
    ...issue.occurrences.map((occurrence) => occurrence.body.systemName ?? ''),
    ...issue.occurrences.map((occurrence) => occurrence.body.page.url ?? ''),
    ...issue.labels,
    ...issue.absorbed.flatMap(({ key, title, description }) => [key, title, description]),
    ...issue.timeline.flatMap(({ holds }) => (holds ? [holds.ticket ?? '', holds.text ?? ''] : [])),
    ...issue.chips.flatMap((chip) => [chip.label, chip.value]),
    ...issue.entries.flatMap((entry) => (entry.kind === 'promise.made' ? [entry.body.deliverable] : [])),
  ];
  const folded = new Set(fields.map(foldText));
  folded.delete('');
  return [...folded].join('\n');
}
