import type { Range, Rule } from '../range.ts';
import { matchesOf } from '../range.ts';

const ADDRESS_CHARACTER = /[\p{L}\p{N}._%+-]/u;
const DOMAIN = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/uy;
const IPV4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]\d|\d)/gu;
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00)\d{1,3}(?:[ ./()-]{0,2}\d){6,12}(?!\d)/gu;

/** Personal data: off by default, a choice made at export. */
export const personalRules: readonly Rule[] = [
  { name: 'email', find: emails },
  { name: 'ipv4', find: (text) => matchesOf(text, IPV4) },
  { name: 'phone', find: (text) => matchesOf(text, PHONE) },
];

// From each @ outwards, at most 64 characters back: no pattern has to guess where an address begins.
function emails(text: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && ADDRESS_CHARACTER.test(text[start - 1] ?? '')) start -= 1;
    DOMAIN.lastIndex = at + 1;
    if (start < at && DOMAIN.test(text)) found.push({ start, end: DOMAIN.lastIndex });
  }
  return found;
}
