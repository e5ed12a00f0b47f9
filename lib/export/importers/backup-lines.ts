import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { entry } from '../../domain/ledger/entry.ts';
import type { Entry, ErasedEntry } from '../../domain/ledger/entry.ts';
import { canonicalText } from '../../domain/ledger/canonical.ts';
import type { LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import { createPauses } from '../chunks.ts';
import { BACKUP_LIMITS, backupLine } from '../backup/backup-format.ts';
import type { BackupManifest } from '../backup/backup-format.ts';
import { hashOf } from './checked-bytes.ts';
import { parseGuarded } from './json-guard.ts';
import { Refusal } from './refusal.ts';
import type { OpenEntry } from './zip-reader.ts';

/** A line as storage takes it. */
export type RestoredLine = Readonly<{ ledger: LedgerId; n: number; sha256: Sha256Hex; link: Sha256Hex }> &
  (
    | Readonly<{ json: string; entry: Entry }>
    | Readonly<{ erased: ErasedEntry }>
    | Readonly<{ withheld: true }>
  );

const BATCH = 500;

/** Up to here the browser hashes a file far faster than we can, beside our other work; it wants all of it at once. */
const HASHED_WHOLE = 16 << 20;

/** Hashes pieces as they come. */
function hasherOf(bytes: number): Readonly<{ add(piece: Uint8Array): void; hex(): Promise<Sha256Hex> }> {
  if (bytes > HASHED_WHOLE) {
    const digest = sha256.create();
    return { add: (piece) => void digest.update(piece), hex: async () => bytesToHex(digest.digest()) };
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  return {
    add(piece) {
      whole.set(piece, at); // a file never gives more than it says it has
      at += piece.length;
    },
    hex: () => hashOf(whole),
  };
}

/** Lines of UTF-8 text, each within its limit; the hash of the whole is compared at the end. */
async function* textLines(file: OpenEntry, expected: Sha256Hex): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  const hasher = hasherOf(file.bytes);
  let rest = '';
  const decode = (piece: Uint8Array | undefined) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw new Refusal('not-utf8', file.path);
    }
  };
  for await (const piece of file.read()) {
    hasher.add(piece);
    const lines = (rest + decode(piece)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > BACKUP_LIMITS.lineBytes) throw new Refusal('too-large', file.path);
    yield* lines;
  }
  rest += decode(undefined);
  if (rest !== '') yield rest;
  if ((await hasher.hex()) !== expected) throw new Refusal('checksum', file.path);
}

const KNOWN_KINDS: ReadonlySet<unknown> = new Set(
  entry.def.options.map((option) => [...option.def.shape.kind.def.values][0]),
);

/** An entry that we do not understand was either written by a newer Casebook or is none. */
function refuseEntry(value: Readonly<Record<string, unknown>>, where: string): never {
  const newer =
    (typeof value['v'] === 'number' && value['v'] > 1) ||
    (typeof value['kind'] === 'string' && !KNOWN_KINDS.has(value['kind']));
  throw new Refusal(newer ? 'newer-version' : 'bad-entry', where);
}

function readLine(text: string, ledger: LedgerId, where: string): RestoredLine {
  const guarded = parseGuarded(text, BACKUP_LIMITS.depth);
  if (!guarded.ok) throw new Refusal(guarded.code, where);
  const line = backupLine.safeParse(guarded.value);
  if (!line.success) throw new Refusal('bad-entry', where);
  const { n, sha256: hash, link } = line.data;
  if ('withheld' in line.data) return { ledger, n, sha256: hash, link, withheld: true };
  if ('erased' in line.data) {
    if (line.data.erased.ledger !== ledger || line.data.erased.n !== n) throw new Refusal('bad-entry', where);
    return { ledger, n, sha256: hash, link, erased: line.data.erased };
  }
  return { ledger, n, sha256: hash, link, ...readEntry(line.data.entry, { ledger, n }, where) };
}

/** A value that is an entry and stands in its place, with its canonical text. */
export function readEntry(
  value: Readonly<Record<string, unknown>>,
  { ledger, n }: Readonly<{ ledger: LedgerId; n: number }>,
  where: string,
): Readonly<{ json: string; entry: Entry }> {
  const parsed = entry.safeParse(value);
  if (!parsed.success) refuseEntry(value, where);
  if (parsed.data.ledger !== ledger || parsed.data.n !== n) throw new Refusal('bad-entry', where);
  try {
    return { json: canonicalText(parsed.data), entry: parsed.data };
  } catch {
    throw new Refusal('bad-entry', where); // -0, fractions and the like, which have no canonical form
  }
}

/** The lines of one ledger in batches. Hashes and links are verified by storage, which knows what it has already. */
export async function* ledgerLines(
  file: OpenEntry,
  of: BackupManifest['ledgers'][number],
  expected: Sha256Hex,
): AsyncGenerator<readonly RestoredLine[]> {
  const pause = createPauses();
  let batch: RestoredLine[] = [];
  let n = 0;
  let link = '';
  for await (const text of textLines(file, expected)) {
    await pause();
    n += 1;
    const line = readLine(text, of.ledger, `${file.path}:${n}`);
    if (line.n !== n) throw new Refusal('bad-chain', `${file.path}:${n}`);
    link = line.link;
    batch.push(line);
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
  if (n !== of.entries || (n > 0 && link !== of.head)) throw new Refusal('bad-chain', file.path);
}
