import type { Masked } from './scrubbed.ts';
import type { Marker } from './marker.ts';
import { blanked, markersIn, outsideMarkers } from './marker.ts';
import type { Rule } from './range.ts';
import { mergeRanges } from './range.ts';

export type Masking = Readonly<{ value: string; masked: Masked }>;

/** Lets every rule look at the same text, then masks what they found. Linear when the rules are. */
export function applyRules(text: string, rules: readonly Rule[], mark: Marker): Masking {
  const markers = markersIn(text);
  const visible = blanked(text, markers);
  const found = rules.flatMap(({ name, find }, order) =>
    find(visible).map((range) => ({ ...range, rule: name, order })),
  );
  if (found.length === 0) return { value: text, masked: {} };

  const counts = new Map<string, number>();
  let out = '';
  let at = 0;
  const firstMarkerFor = markerWindow(markers);
  for (const merged of mergeRanges(found)) {
    for (const { start, end } of outsideMarkers(text, merged, firstMarkerFor(merged.start, merged.end))) {
      out += text.slice(at, start) + mark(merged.rule, text.slice(start, end));
      at = end;
      counts.set(merged.rule, (counts.get(merged.rule) ?? 0) + 1);
    }
  }
  return { value: out + text.slice(at), masked: Object.fromEntries(counts) };
}

// Both lists are sorted, so one pointer walks along and the whole stays linear.
function markerWindow<R extends { start: number; end: number }>(markers: readonly R[]) {
  let next = 0;
  return (start: number, end: number): R[] => {
    while (next < markers.length && (markers[next]?.end ?? 0) <= start) next += 1;
    const within: R[] = [];
    for (let i = next; i < markers.length; i += 1) {
      const marker = markers[i];
      if (marker === undefined || marker.start >= end) break;
      within.push(marker);
    }
    return within;
  };
}
