import { area } from '../area.ts';
import type { Words } from '../area.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export const reconcileWords = area(en, de);
export type ReconcileWords = Words<typeof en>;
