import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const n = counter('de');

export const de: Words<typeof en> = {
  waiting: (parts) => `Problem festhalten · Es wartet auf Sie: ${parts}`,
  answers: (count) => n(count, { one: '# Frage zu beantworten', other: '# Fragen zu beantworten' }),
  verifications: (count) => n(count, { one: '# Lösung zu prüfen', other: '# Lösungen zu prüfen' }),
  promises: (count) => n(count, { one: '# fällige Zusage', other: '# fällige Zusagen' }),
};
