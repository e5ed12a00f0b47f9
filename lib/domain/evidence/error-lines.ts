import { LIMITS } from '../ledger/limits.ts';
import { cutAt } from '../text/cut.ts';
import { STRONG, WEAK } from './error-phrases.ts';

/** What of a page is read: enough for any error page, and bounded for a hostile one. UTF-16 code units. */
const MAX_LINES = 2000;
const MAX_READ = 200_000;
/** Longer lines are paragraphs: only the sentence that says it is taken. */
const MAX_LINE = 240;

/** Lines within the limits, trimmed, without empty ones. */
export function readableLines(lines: readonly string[]): string[] {
  const read: string[] = [];
  let left = MAX_READ;
  for (const line of lines.slice(0, MAX_LINES)) {
    const trimmed = cutAt(line, Math.min(left, 4000)).replaceAll(/\s+/gu, ' ').trim();
    left -= trimmed.length;
    if (trimmed !== '') read.push(trimmed);
    if (left <= 0) break;
  }
  return read;
}

/** The lines that tell a reader that something failed, in the order of the page, each once. */
export function visibleErrorLines(lines: readonly string[], max = 8): string[] {
  const found = new Set<string>();
  for (const line of readableLines(lines)) {
    const telling = tellingPart(line);
    if (telling !== null) found.add(cutAt(telling, LIMITS.errorText));
    if (found.size >= max) break;
  }
  return [...found];
}

function tellingPart(line: string): string | null {
  if (line.length <= MAX_LINE) return tellsFailure(line) ? line : null;
  return line.split(/(?<=[.!?])\s/u).find(tellsFailure) ?? null;
}

function tellsFailure(text: string): boolean {
  // One word alone ("Errors", "Support") is a menu entry, not a message.
  if (!/\p{L}[^\p{L}]+[\p{L}\p{N}]/u.test(text) && !/[!:]/u.test(text)) return false;
  if (STRONG.test(text)) return true;
  return (text.match(WEAK)?.length ?? 0) >= 2;
}
