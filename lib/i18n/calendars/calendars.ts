import { area } from '../area.ts';
import type { Words } from '../area.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export const calendars = area(en, de);
export type CalendarWords = Words<typeof en>;
