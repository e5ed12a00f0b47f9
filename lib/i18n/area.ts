export type Language = 'en' | 'de';

/** What the user chose; 'auto' follows the browser. */
export type LanguageSetting = 'auto' | Language;

/** The same keys and arguments, other words. A missing or extra key is a type error. */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Words<T[K]>;
};

/** The words of one part of the program, complete in every language. */
export type Area<T> = Readonly<Record<Language, Words<T>>>;

/** English sets the keys and arguments, German has to match: `export const popup = area(en, de)`. */
export function area<T>(en: T & Words<T>, de: Words<T>): Area<T> {
  return { en, de };
}

export function wordsOf<T>(of: Area<T>, language: Language): Words<T> {
  return of[language];
}
