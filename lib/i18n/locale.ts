import type { Language, LanguageSetting } from './area.ts';

/** `tag` steers dates and numbers: the language's words with the region's habits (`en-DE` writes 14:02). */
export type Locale = Readonly<{ language: Language; tag: string }>;

function parse(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}

function supported(language: string | undefined): Language | null {
  return language === 'en' || language === 'de' ? language : null;
}

/** A setting that comes from elsewhere as mere text. */
export function languageSetting(chosen: string): LanguageSetting {
  return supported(chosen) ?? 'auto';
}

/**
 * The language to speak and the tag to format with.
 * @param preferred the browser's languages, best first (`navigator.languages`)
 */
export function resolveLocale(setting: LanguageSetting, preferred: readonly string[]): Locale {
  const known = preferred.map(parse).filter((locale) => locale !== null);
  const language =
    setting === 'auto'
      ? (known.map((locale) => supported(locale.language)).find((found) => found !== null) ?? 'en')
      : setting;
  const own = known.find((locale) => locale.language === language);
  if (own) return { language, tag: own.toString() };
  const region = known.find((locale) => locale.region !== undefined)?.region;
  return { language, tag: region === undefined ? language : `${language}-${region}` };
}
