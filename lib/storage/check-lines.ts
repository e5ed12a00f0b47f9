import type { Entry } from '../domain/ledger/entry.ts';
import { parseEntryText, sealEntry } from '../domain/ledger/complete-entry.ts';
import { GENESIS_LINK, nextLink, sha256Hex } from '../domain/ledger/chain.ts';
import { isDirectoryEntry, readDirectoryEntry } from '../domain/directory/read-entry.ts';
import { namedBytes, type NamedBytes } from '../domain/issue/named-bytes.ts';
import { namedPicture } from '../domain/issue/named-picture.ts';
import type { PresentPicture } from '../domain/issue/picture.ts';
import type { LedgerId, Sha256Hex } from '../domain/ledger/primitives.ts';
import { problem } from './failure.ts';
import { rowOfEntry } from './ledger-writer.ts';
import type { EntryRow } from './tables.ts';
import type { ImportLine, ImportSource } from './types/import.ts';
import { placeOnly } from './withheld.ts';

/** A line of a file that was found right. */
export type CheckedLine = Readonly<{
  /** As it is to be stored. */
  row: EntryRow;
  form: 'entry' | 'erased' | 'place';
  /** The bytes it names, and what it says of them if they are a picture. */
  named: NamedBytes | null;
  said: PresentPicture | null;
}>;

/** Lines with more text than that, in characters, are read again where they are needed again. */
const KEPT_CHARS = 32 * 1024 * 1024;
/** What a line takes besides its text. */
const LINE_CHARS = 400;

const kept = new WeakMap<ImportSource, readonly (readonly CheckedLine[])[]>();

/**
 * The lines of a file, each hash and link checked. Those that were read to the end once, and are few enough to be kept,
 * are given again as they were: so nothing that happens to the file can change them.
 */
export async function* checkedLines(source: ImportSource): AsyncGenerator<readonly CheckedLine[]> {
  const known = kept.get(source);
  if (known !== undefined) {
    yield* known;
    return;
  }
  const check = createChecker();
  let read: (readonly CheckedLine[])[] = [];
  let chars = 0;
  for await (const lines of source.lines()) {
    const batch = lines.map(check);
    for (const { row } of batch) chars += LINE_CHARS + (row.json?.length ?? 0);
    if (chars <= KEPT_CHARS) read.push(batch);
    else read = [];
    yield batch;
  }
  if (chars <= KEPT_CHARS) kept.set(source, read);
}

/** Each ledger must be gapless from 1, every link right. */
function createChecker(): (line: ImportLine) => CheckedLine {
  const ends = new Map<LedgerId, Readonly<{ n: number; link: Sha256Hex }>>();
  return (line) => {
    const { ledger, n, sha256, link } = line;
    const end = ends.get(ledger) ?? { n: 0, link: GENESIS_LINK };
    if (n !== end.n + 1 || nextLink(end.link, n, sha256) !== link) throw at('broken-chain', line);
    ends.set(ledger, { n, link });
    return checkedLine(line);
  };
}

function checkedLine(line: ImportLine): CheckedLine {
  if ('withheld' in line) return { row: placeOnly(line), form: 'place', named: null, said: null };
  if ('erased' in line) return { row: erasedRow(line), form: 'erased', named: null, said: null };
  const entry = checkedEntry(line);
  const { json, sha256, link } = line;
  const row = rowOfEntry(entry, { json, sha256, link });
  return { row, form: 'entry', named: namedBytes(entry), said: namedPicture(entry) };
}

function erasedRow(line: Extract<ImportLine, { erased: unknown }>): EntryRow {
  const { erased: _erased, ...stays } = line.erased;
  if (stays.ledger !== line.ledger || stays.n !== line.n) throw at('invalid', line);
  const { issueId, ...always } = stays;
  const row = { ...always, sha256: line.sha256, link: line.link, json: null };
  return issueId === undefined ? row : { ...row, issueId };
}

function at(code: 'broken-chain' | 'invalid', { ledger, n }: ImportLine) {
  return problem(code, { ledger, n });
}

type TextLine = Extract<ImportLine, { json: string }>;

/** The entry of a readable line, once its hash, form and place are right. */
export function checkedEntry(line: TextLine): Entry {
  const entry = line.entry ?? readEntry(line);
  if (entry.ledger !== line.ledger || entry.n !== line.n) throw at('invalid', line);
  // The entry only outlines what a thing of the directory is; here the whole of it is looked at.
  if (isDirectoryEntry(entry) && readDirectoryEntry(entry) === null) throw at('invalid', line);
  if (sha256Hex(line.json) !== line.sha256) throw at('broken-chain', line);
  return entry;
}

function readEntry(line: TextLine): Entry {
  const parsed = parseEntryText(line.json);
  if (!parsed.ok) throw problem('invalid', { ledger: line.ledger, n: line.n, paths: [parsed.problem] });
  const sealed = sealEntry(parsed.entry);
  if (sealed.json === line.json) return parsed.entry;
  // Other text of the right entry is of the wrong form; of another entry, of the wrong chain.
  throw at(sealed.sha256 === line.sha256 ? 'invalid' : 'broken-chain', line);
}
