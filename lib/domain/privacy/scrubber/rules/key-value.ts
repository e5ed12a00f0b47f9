import type { Range, Rule } from '../range.ts';
import type { KeyCheck } from '../keys.ts';
import { textKeyVerdict } from '../keys.ts';
import { nameBefore, valueAfter, wordBefore } from './key-value-parts.ts';

const SEPARATOR = /[:=]|%3[ad]/giu;
/** "Password: required" and `token: null` tell what is wrong; they hide nothing. */
const NO_SECRET =
  /^(?:required|missing|invalid|expired|incorrect|wrong|empty|unknown|none|null|undefined|true|false|string|function|object|here|yes|falsch|ungültig|abgelaufen|fehlt|erforderlich|leer|vergessen|forgotten)[.!?]?$/iu;

/**
 * `name = value` and `name: value` in prose, logs, JSON and loose query strings, English and German. Looks back from
 * each separator a bounded way for the name, so no pattern has to search forward for one.
 */
export function createKeyValue(checkKey: KeyCheck): Rule {
  return {
    name: 'key-value',
    find(text) {
      const found: Range[] = [];
      SEPARATOR.lastIndex = 0;
      for (let match = SEPARATOR.exec(text); match !== null; match = SEPARATOR.exec(text)) {
        const value = secretAt(text, match.index, match[0], checkKey);
        if (value === null) continue;
        found.push(value);
        SEPARATOR.lastIndex = value.end;
      }
      return found;
    },
  };
}

function secretAt(text: string, at: number, separator: string, checkKey: KeyCheck): Range | null {
  const name = nameBefore(text, at);
  // No name in any list is that short.
  if (name.text.length < 2) return null;
  const encoded = separator.length > 1;
  const assigned = separator === '=' || separator.toLowerCase() === '%3d';
  const asParameter = assigned && isParameterStart(text, name.start);
  if (asParameter && checkKey(name.text) !== null) {
    const value = valueAfter(text, at + separator.length, { encoded, parameter: true });
    return value.end > value.start ? value : null;
  }
  if (name.text.length < 3) return null;
  const verdict = textKeyVerdict(name.text, assigned) ?? twoWordVerdict(text, name);
  if (verdict === null) return null;
  const value = valueAfter(text, at + separator.length, { encoded, parameter: asParameter || assigned });
  return isSecret(text.slice(value.start, Math.min(value.end, value.start + 64)), verdict) ? value : null;
}

function isParameterStart(text: string, start: number): boolean {
  const before = text[start - 1] ?? '';
  if (/[?&#;]/u.test(before)) return true;
  return /%(?:3f|26|23|3b)$/iu.test(text.slice(Math.max(0, start - 3), start));
}

// "API key: …", "access key = …", "geheimer Schlüssel: …"
function twoWordVerdict(text: string, name: { text: string; start: number }): 'value' | null {
  if (!/^(?:key|schlüssel)$/iu.test(name.text)) return null;
  return /^(?:api|access|secret|private|account|signing|security|license|recovery|geheimer|privater)$/iu.test(
    wordBefore(text, name.start),
  )
    ? 'value'
    : null;
}

function isSecret(value: string, verdict: 'value' | 'short-code'): boolean {
  if (verdict === 'short-code')
    return value.length >= 3 && /^[\p{L}\p{N}-]{3,12}$/u.test(value) && /\d/u.test(value);
  // Stars and dots are a mask already.
  return value.length >= 4 && !NO_SECRET.test(value) && !/^[*•●.xX_-]+$/u.test(value);
}
