/** How many values each rule masked. Rules ending in `-low` act on names that are often harmless (`code`, `state`). */
export type Masked = Readonly<Record<string, number>>;

export type Scrubbed = Readonly<{
  value: string;
  masked: Masked;
  /** Something was cut off at the length limit. */
  truncated: boolean;
}>;

export type ScrubbedUrl = Scrubbed &
  Readonly<{
    /** Lower case, IDN as punycode, port if not the default, no trailing dot; null unless `kind` is `web`. */
    host: string | null;
    kind: 'web' | 'other' | 'invalid';
  }>;

/** Adds up counts. */
export function mergeMasked(...parts: readonly Masked[]): Record<string, number> {
  const sum = new Map<string, number>();
  for (const part of parts) {
    for (const [rule, count] of Object.entries(part)) sum.set(rule, (sum.get(rule) ?? 0) + count);
  }
  return Object.fromEntries(sum);
}

export function totalMasked(masked: Masked): number {
  return Object.values(masked).reduce((sum, count) => sum + count, 0);
}

/** Of these, masked only because of an ambiguous name. */
export function lowConfidenceMasked(masked: Masked): number {
  return Object.entries(masked).reduce(
    (sum, [rule, count]) => (rule.endsWith('-low') ? sum + count : sum),
    0,
  );
}
