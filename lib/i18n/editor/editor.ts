import { area } from '../area.ts';
import type { Words } from '../area.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export const editor = area(en, de);
export type EditorWords = Words<typeof en>;
