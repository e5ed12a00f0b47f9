import type { Entry } from '../domain/ledger/entry.ts';
import { parseEntryText, type ParsedEntry } from '../domain/ledger/complete-entry.ts';

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
  if (parsed.ok) remember(json, parsed.entry);
  return parsed;
}

/** `json` was made of this entry, or parsed already. */
export function remember(json: string, entry: Entry): void {
  if (known.has(json)) return;
  if (known.size >= MOST) known.clear();
  known.set(json, entry);
}
