import { en } from './en.ts';
import type { PopupWords } from './popup.ts';

/** Loaded by itself: of the two languages the popup needs one. */
export const speak: PopupWords = en;
