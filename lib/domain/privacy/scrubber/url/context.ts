import { applyRules } from '../apply-rules.ts';
import { encodeAroundMarkers } from '../marker.ts';
import type { Masked } from '../scrubbed.ts';
import { mergeMasked } from '../scrubbed.ts';
import type { KeyCheck } from '../keys.ts';
import type { Marker } from '../marker.ts';
import type { Rule } from '../range.ts';

/** What the parts of an address are scrubbed with; counts gather in `count`. */
export type UrlContext = Readonly<{
  checkKey: KeyCheck;
  rules: readonly Rule[];
  mark: Marker;
  /** Nesting of addresses in parameters: 0 = the address itself. */
  depth: number;
  /** Takes an address apart; here, because parameters hold addresses and addresses hold parameters. */
  address(text: string, context: UrlContext): Part;
}>;

export type Part = Readonly<{ value: string; masked: Masked }>;

export const MAX_DEPTH = 2;

export function unchanged(value: string): Part {
  return { value, masked: {} };
}

/** Masks a whole value under one rule; empty values and markers stay. */
export function maskWhole(context: UrlContext, rule: string, value: string): Part {
  return { value: context.mark(rule, value), masked: { [rule]: 1 } };
}

export function isTouched(part: Part): boolean {
  return Object.keys(part.masked).length > 0;
}

export function joined(parts: readonly Part[], separator: string): Part {
  const touched = parts.filter(isTouched).map(({ masked }) => masked);
  return { value: parts.map(({ value }) => value).join(separator), masked: mergeMasked(...touched) };
}

/**
 * The value rules over something that was percent-encoded. What was not encoded is left to the pass over the whole
 * address, which sees the same characters: running every rule over every field would make long queries slow.
 */
export function scrubDecoded(raw: string, plain: string, context: UrlContext): Part {
  if (plain === raw) return unchanged(raw);
  const valued = applyRules(plain, context.rules, context.mark);
  return isTouched(valued) ? { ...valued, value: encodeAroundMarkers(valued.value) } : unchanged(raw);
}
