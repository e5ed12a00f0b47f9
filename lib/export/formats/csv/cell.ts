import { visibleText } from '../../../domain/privacy/display.ts';

// What a spreadsheet may run: these characters first in a cell, also behind blanks and marks that nobody sees.
// Sources: OWASP "CSV Injection"; full-width signs and leading blanks: ../../../../docs/decisions (CSV guard).
const FORMULA = /^[\s\p{Cc}\p{Cf}\u2800\u3164\uffa0]*[=+\-@\t\r\n＝＋－＠﹢﹣﹦﹫]/u;
// A cell in quotes is one cell only for a program that was told the right separator.
const FORMULA_INSIDE = /([;,\t|])(\s{0,8})(?=[=＝@＠]|[+\-＋－]\p{L})/gu;
/** Excel cuts a cell at 32,767 characters without saying so. */
const MAX_CELL = 32_000;

/**
 * A text for a table that people open: nothing in it is run, nothing is invisible.
 * @param otherSeparators separators of other languages' spreadsheets, behind which a new cell could begin
 */
export function safeCell(text: string): string {
  const shown = visibleText(text);
  const cut = shown.length > MAX_CELL ? `${shown.slice(0, MAX_CELL).toWellFormed()}…` : shown;
  const inside = cut.replace(FORMULA_INSIDE, "$1$2'");
  return FORMULA.test(inside) ? `'${inside}` : inside;
}

/** Whether a spreadsheet might run it. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}
