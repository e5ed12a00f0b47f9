import type { Entry, ErasedEntry, NewEntry } from './entry.ts';
import { entry as entrySchema } from './entry.ts';
import { canonicalText } from './canonical.ts';
import { sha256Hex } from './chain.ts';
import type { EntryId, Instant, LedgerId, Sha256Hex } from './primitives.ts';

export type EntryFrame = Readonly<{
  ledger: LedgerId;
  n: number;
  id: EntryId;
  recordedAt: Instant;
  /** 128 random bits, hex. */
  nonce: string;
  /** Readable key of the issue; needed for `occurrence.captured` only. */
  key?: string;
}>;

export type ParsedEntry = Readonly<{ ok: true; entry: Entry }> | Readonly<{ ok: false; problem: string }>;
export type SealedEntry = Readonly<{ json: string; sha256: Sha256Hex }>;

/**
 * Makes the immutable entry from what a caller gives and what the ledger adds. Throws when the result is not a valid
 * entry: callers pass parsed values, so that is a bug. `-0` becomes 0 and `undefined` properties go, because a
 * browser's rounded scroll position must not cost a capture.
 */
export function completeEntry(given: NewEntry, frame: EntryFrame): Entry {
  const { key, ...ledgerPart } = frame;
  if (given.kind === 'occurrence.captured' && key === undefined) {
    throw new Error('A captured occurrence needs the key of its issue.');
  }
  const body = given.kind === 'occurrence.captured' ? { ...given.body, key } : given.body;
  const parsed = parseEntry(settled({ ...given, ...ledgerPart, v: 1, body }));
  if (!parsed.ok) throw new Error(`The new ${given.kind} entry is not valid: ${parsed.problem}.`);
  return parsed.entry;
}

/** Checks a value from outside (a stored row, an imported file). Problems name places, never contents. */
export function parseEntry(value: unknown): ParsedEntry {
  const result = entrySchema.safeParse(value);
  if (result.success) return { ok: true, entry: result.data };
  const places = result.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'entry'} (${issue.code})`);
  return { ok: false, problem: places.join(', ') };
}

/** `parseEntry` for stored text. Text that is no JSON is a problem like any other. */
export function parseEntryText(json: string): ParsedEntry {
  try {
    return parseEntry(JSON.parse(json));
  } catch {
    return { ok: false, problem: 'entry (not JSON)' };
  }
}

/** The bytes that are stored and their hash, as text; the link is the chain's matter. */
export function sealEntry(entry: Entry): SealedEntry {
  const json = canonicalText(entry);
  return { json, sha256: sha256Hex(json) };
}

/** What stays when body and nonce go. */
export function erasedFrom(entry: Entry): ErasedEntry {
  const { ledger, n, id, kind, at, recordedAt } = entry;
  const kept = { ledger, n, id, kind, at, recordedAt, erased: true } as const;
  return 'issueId' in entry && entry.issueId !== undefined ? { ...kept, issueId: entry.issueId } : kept;
}

function settled(value: unknown): unknown {
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(kept.map(([name, inner]) => [name, settled(inner)]));
}
