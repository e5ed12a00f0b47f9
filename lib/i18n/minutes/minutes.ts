import { area, type Words } from '../area.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export const minutes = area(en, de);
export type MinutesWords = Words<typeof en>;
