import { visibleText } from '../../../domain/privacy/display.ts';
import { cutAt } from '../../../domain/text/cut.ts';

/** Excel takes 32,767 characters in a cell and repairs a file with more. */
const MAX_CELL = 32_000;
const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What Excel reads as a character's number: `_x000D_`. */
const NUMBERED = /_(?=x[0-9A-Fa-f]{4}_)/gu;

/** Foreign text inside an element or attribute: visible, legal in XML 1.0, no longer than a cell may be. */
export function xmlText(text: string): string {
  const shown = visibleText(text).toWellFormed();
  const cut = shown.length > MAX_CELL ? `${cutAt(shown, MAX_CELL)}…` : shown;
  return cut
    .replaceAll(/[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(NUMBERED, '_x005F_')
    .replaceAll(/[&<>"]/gu, (mark) => ENTITY[mark] ?? '');
}

const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar, with the leap day of 1900 that never was: right from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);

/** `2026-11-23 14:02:05` as the number Excel keeps for it; null where it is no such time. */
export function serialOf(localTime: string): number | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(localTime)) return null;
  const days = (Date.parse(`${localTime.replace(' ', 'T')}Z`) - EPOCH) / DAY_MS;
  return days > 61 ? days : null;
}

/** `A`, `Z`, `AA` … for 0, 25, 26 … */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
