export type Forms = Readonly<{ one: string; other: string; zero?: string }>;

/**
 * Counts in words by the language's plural rule; `#` stands for the number.
 * `zero` is used for exactly 0 where a language says it differently ("No problems").
 */
export function counter(tag: string): (count: number, forms: Forms) => string {
  // Made at the first use: dictionaries of both languages are loaded, only one is spoken.
  let made: { rules: Intl.PluralRules; numbers: Intl.NumberFormat } | null = null;
  return (count, forms) => {
    if (count === 0 && forms.zero !== undefined) return forms.zero;
    made ??= { rules: new Intl.PluralRules(tag), numbers: new Intl.NumberFormat(tag) };
    const form = made.rules.select(count) === 'one' ? forms.one : forms.other;
    return form.replaceAll('#', made.numbers.format(count));
  };
}
