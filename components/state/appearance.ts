import type { LanguageSetting } from '../../lib/i18n/area.ts';

/** What must be known before the first paint. */
export type Appearance = Readonly<{ language: LanguageSetting; theme: 'auto' | 'light' | 'dark' }>;

const KEY = 'casebook.appearance';
const AUTO: Appearance = { language: 'auto', theme: 'auto' };

/**
 * A copy of two settings that can be read at once. The settings themselves live in `storage.local`, which answers
 * too late for a popup: it would flash white, or speak English for a moment. Losing the copy costs only that.
 */
export function readAppearance(storage: () => Storage): Appearance {
  try {
    const [language, theme] = (storage().getItem(KEY) ?? '').split(' ');
    return {
      language: language === 'en' || language === 'de' ? language : 'auto',
      theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    };
  } catch {
    return AUTO; // "Block all cookies" makes the very access to localStorage throw.
  }
}

export function rememberAppearance(storage: () => Storage, appearance: Appearance): void {
  try {
    storage().setItem(KEY, `${appearance.language} ${appearance.theme}`);
  } catch {
    // See above: nothing is lost.
  }
}

/** Sets theme and language on the root element; tokens.css follows `data-theme` with `color-scheme`. */
export function applyAppearance(root: HTMLElement, theme: Appearance['theme'], language: string): void {
  if (theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  root.lang = language;
}
