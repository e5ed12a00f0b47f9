import type { Entry } from '../domain/ledger/entry.ts';
import { parseEntryText, type ParsedEntry } from '../domain/ledger/complete-entry.ts';

/** So many lines together belong to something that happened hundreds of times, and will be read again soon. */
export const REMEMBER_FROM = 200;
/** A few KB each. */
const MOST = 6000;

const known = new Map<string, Entry>();

/**
 * `parseEntryText`, which remembers. A line never changes, but an issue that happened a thousand times is folded from
 * thousands of them after each of its changes, and to parse them takes longer than all the rest.
 */
export function parseRemembered(json: string): ParsedEntry {
  const entry = known.get(json);
  if (entry !== undefined) return { ok: true, entry };
  const parsed = parseEntryText(json);
  if (parsed.ok) {
    if (known.size >= MOST) known.clear();
    known.set(json, parsed.entry);
  }
  return parsed;
}
