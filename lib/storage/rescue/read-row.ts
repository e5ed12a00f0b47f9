import { erasedEntry, type ErasedEntry } from '../../domain/ledger/entry.ts';
import { parseEntryText, sealEntry } from '../../domain/ledger/complete-entry.ts';
import { sha256Hex as hex } from '../../domain/ledger/primitives.ts';
import type { LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import { checkedEntry } from '../check-lines.ts';
import { isPlaceOnly } from '../withheld.ts';

/** What a row of the log, taken as anything at all, still says. */
export type RowFacts = Readonly<{
  /** As stored, where it has the form of one. */
  sha256: Sha256Hex | null;
  link: Sha256Hex | null;
  /** What the entry's own text hashes to, where it is an entry in its place. */
  ofText: Sha256Hex | null;
  /** `place`: nobody brought its content yet. `damaged`: its content cannot be understood. */
  state: 'entry' | 'erased' | 'place' | 'damaged';
}>;

type Raw = Readonly<Record<string, unknown>>;
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

const hashIn = (value: unknown): Sha256Hex | null => {
  const parsed = hex.safeParse(value);
  return parsed.success ? parsed.data : null;
};

/** What is left of an erased entry; null where that cannot be understood either. */
export function erasedIn(row: unknown, ledger: LedgerId, n: number): ErasedEntry | null {
  if (!isRaw(row) || row['json'] !== null) return null;
  const { id, kind, at, recordedAt, issueId } = row;
  const kept = { ledger, n, id, kind, at, recordedAt, erased: true };
  const parsed = erasedEntry.safeParse(issueId === undefined ? kept : { ...kept, issueId });
  return parsed.success ? parsed.data : null;
}

/** The hash of a text that is an entry, as an import would accept it, in this place. */
function hashOfText(json: string, ledger: LedgerId, n: number): Sha256Hex | null {
  try {
    const parsed = parseEntryText(json);
    if (!parsed.ok) return null;
    const { sha256 } = sealEntry(parsed.entry);
    checkedEntry({ ledger, n, sha256, link: sha256, json });
    return sha256;
  } catch {
    return null;
  }
}

/** Never throws. */
export function readRow(row: unknown, ledger: LedgerId, n: number): RowFacts {
  if (!isRaw(row)) return { sha256: null, link: null, ofText: null, state: 'damaged' };
  const { json, kind } = row;
  const stored = { sha256: hashIn(row['sha256']), link: hashIn(row['link']) };
  if (typeof json === 'string') {
    const ofText = hashOfText(json, ledger, n);
    return { ...stored, ofText, state: ofText === null ? 'damaged' : 'entry' };
  }
  if (json !== null) return { ...stored, ofText: null, state: 'damaged' };
  if (isPlaceOnly({ kind: String(kind), json })) return { ...stored, ofText: null, state: 'place' };
  return { ...stored, ofText: null, state: erasedIn(row, ledger, n) === null ? 'damaged' : 'erased' };
}
