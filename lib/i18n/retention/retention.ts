import { area } from '../area.ts';
import { de } from './de.ts';
import { en } from './en.ts';

/** Words about what leaves the log by itself. */
export const retention = area(en, de);
