import { area } from '../area.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export const meeting = area(en, de);
