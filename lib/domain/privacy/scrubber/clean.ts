/** Control characters have no place in evidence; line breaks and tabs do, in notes. C1 codes drive terminals too. */
const CONTROL_BUT_LINES = /[^\P{Cc}\n\t]/gu;

/** Well-formed text with control characters shown as U+FFFD, as browsers do with NUL. */
export function cleanText(text: string, singleLine: boolean): string {
  const lines = text.toWellFormed().replaceAll(/\r\n?/gu, '\n').replaceAll(CONTROL_BUT_LINES, '\ufffd');
  return singleLine ? lines.replaceAll(/[\n\t\u2028\u2029]+/gu, ' ').trim() : lines;
}
