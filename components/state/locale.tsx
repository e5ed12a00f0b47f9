import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { wordsOf } from '../../lib/i18n/area.ts';
import type { Area, Words } from '../../lib/i18n/area.ts';
import { createFormat } from '../../lib/i18n/format.ts';
import type { Format } from '../../lib/i18n/format.ts';
import type { Locale } from '../../lib/i18n/locale.ts';

const DEFAULT_LOCALE: Locale = { language: 'en', tag: 'en' };

const LocaleContext = createContext<{ locale: Locale; format: Format }>({
  locale: DEFAULT_LOCALE,
  format: createFormat(DEFAULT_LOCALE.tag, 'UTC'),
});

/** @param zone IANA zone of the reader. */
export function LocaleProvider({
  locale,
  zone,
  children,
}: {
  locale: Locale;
  zone: string;
  children: ComponentChildren;
}) {
  const value = useMemo(
    () => ({ locale, format: createFormat(locale.tag, zone) }),
    [locale.language, locale.tag, zone],
  );
  return <LocaleContext.Provider value={value}>{children}</LocaleContext.Provider>;
}

/** The words of an area in the user's language: `const t = useText(popup)`. */
export function useText<T>(area: Area<T>): Words<T> {
  return wordsOf(area, useContext(LocaleContext).locale.language);
}

export function useFormat(): Format {
  return useContext(LocaleContext).format;
}

export function useLocale(): Locale {
  return useContext(LocaleContext).locale;
}
