import { area } from '../area.ts';
import { de } from './de.ts';
import { en } from './en.ts';

/** Words about files with a password, going out and coming in. */
export const protect = area(en, de);
