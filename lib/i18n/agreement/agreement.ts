import { area } from '../area.ts';
import type { Words } from '../area.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export const agreement = area(en, de);
export type AgreementWords = Words<typeof en>;
