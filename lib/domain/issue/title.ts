import { isBlank } from '../text/blank.ts';
import { cutAt } from '../text/cut.ts';

export type TitleSources = Readonly<{
  given: string;
  description: string;
  page: string;
  host: string | null;
  key: string;
}>;

const MAX_LINE = 200;

/**
 * Given by hand, else the first line of the description, else the page title, else the host or the system's name. The key
 * comes last, so that a title is never empty: rows and links need something to read (corpus S18: titles of spaces and
 * zero-width characters).
 */
export function titleOf({ given, description, page, host, key }: TitleSources): string {
  const firstLine = cutAt(description.split(/[\r\n]+/u).find((line) => !isBlank(line)) ?? '', MAX_LINE);
  const chosen = [given, firstLine, page, host ?? ''].find((text) => !isBlank(text)) ?? key;
  return chosen.replaceAll(/\s+/gu, ' ').trim();
}
