import type { Instant, LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import { createPauses } from '../chunks.ts';
import { createTextParts } from '../parts/text-parts.ts';
import type { FilePart } from '../parts/text-parts.ts';
import type { Work } from '../source.ts';
import { PART_BYTES, splitFiles } from '../zip/split.ts';
import { verifyZip } from '../zip/verify.ts';
import { composeLargeZip } from '../zip/writer.ts';
import type { ZipFile } from '../zip/writer.ts';
import {
  BACKUP_FORMAT,
  ledgerPath,
  MANIFEST_PATH,
  partPath,
  quarantinePath,
  SETTINGS_PATH,
} from './backup-format.ts';
import type { BackupManifest } from './backup-format.ts';
import { lookAtPictures, type BackupPictures, type Listed } from './look-at-pictures.ts';

export type StoredLine = Readonly<{ n: number; sha256: Sha256Hex; link: Sha256Hex }> &
  (
    | Readonly<{ json: string }>
    | Readonly<{ erased: Readonly<Record<string, unknown>> }>
    /** Somebody kept its content back: only its place came with a pack. */
    | Readonly<{ withheld: true }>
  );

function bodyOf(line: StoredLine): string {
  if ('json' in line) return `"entry":${line.json}`;
  return 'erased' in line ? `"erased":${JSON.stringify(line.erased)}` : '"withheld":true';
}

/** All that a backup reads; lib/app implements it on the store. */
export type BackupSource = BackupPictures &
  Readonly<{
    ledgers(): Promise<readonly Readonly<{ ledger: LedgerId; own: boolean; n: number; link: Sha256Hex }>[]>;
    /** Lines from `fromN` on, at most `limit`. */
    lines(ledger: LedgerId, fromN: number, limit: number): Promise<readonly StoredLine[]>;
    settings(): Promise<unknown>;
    /** What could not be read and was set aside, as it was found. */
    quarantine(): Promise<readonly unknown[]>;
    /** Texts that nobody reads back, asked for when all else has been read. */
    more?(): Promise<readonly Readonly<{ path: string; text: string }>[]>;
  }>;

export type BackupMade =
  | Readonly<{
      ok: true;
      blob: Blob;
      /** The further parts of what is too large for one file. */
      more: readonly Blob[];
      entries: number;
      pictures: number;
      lostPictures: number;
      /** Of all parts. */
      bytes: number;
    }>
  | Readonly<{ ok: false; code: 'cancelled' | 'not-verified' | 'log-damaged'; detail?: string }>;

type About = Readonly<{
  madeAt: Instant;
  version: string;
  readme: string;
  /** Largest part, for tests. */
  partBytes?: number;
}>;
const PAGE = 1000;

function textOf(text: string): FilePart {
  const parts = createTextParts(true);
  parts.write(text);
  return parts.end();
}

/** Up to the head as it stood at the start: what is recorded meanwhile belongs to the next backup. */
async function ledgerFile(
  source: BackupSource,
  of: Readonly<{ ledger: LedgerId; n: number; link: Sha256Hex }>,
  onLines: (lines: number) => void,
  { signal, quiet }: Work,
): Promise<FilePart | null> {
  const pause = createPauses(quiet);
  const parts = createTextParts(true);
  let next = 1;
  let link: Sha256Hex | null = null;
  while (next <= of.n) {
    await pause();
    signal?.throwIfAborted();
    const lines = await source.lines(of.ledger, next, Math.min(PAGE, of.n - next + 1));
    for (const line of lines) {
      if (line.n !== next) return null;
      parts.write(`{${bodyOf(line)},"link":"${line.link}","n":${line.n},"sha256":"${line.sha256}"}\n`);
      link = line.link;
      next += 1;
    }
    if (lines.length === 0) return null;
    onLines(lines.length);
  }
  return of.n === 0 || link === of.link ? parts.end() : null;
}

async function write(source: BackupSource, about: About, work: Work): Promise<BackupMade> {
  const { signal, onProgress } = work;
  const ledgers = await source.ledgers();
  const hashes = await source.pictureHashes();
  const entries = ledgers.reduce((sum, one) => sum + one.n, 0);
  const listed: Listed[] = [];
  const add = (path: string, part: FilePart) =>
    listed.push({ path, bytes: part.bytes, sha256: part.sha256 ?? '', file: { path, ...part } });
  add('README.txt', textOf(about.readme));
  // What waits for files to be looked at, and what waits for lines, need not wait for each other.
  const seen = lookAtPictures(source, hashes, work);
  const writing = (async (): Promise<LedgerId | null> => {
    let done = 0;
    const onLines = (lines: number) =>
      onProgress?.({ done: (done += lines), total: entries, what: 'entries' });
    for (const of of ledgers) {
      const part = await ledgerFile(source, of, onLines, work);
      if (!part) return of.ledger;
      add(ledgerPath(of.ledger), part);
    }
    seen.tell();
    return null;
  })();
  const [damaged, found] = await Promise.all([writing, seen.found]);
  if (damaged !== null) return { ok: false, code: 'log-damaged', detail: damaged };
  for (const one of found) listed.push(one);
  const pictures = found.length;
  const pictureBytes = found.reduce((sum, { bytes }) => sum + bytes, 0);
  add(SETTINGS_PATH, textOf(`${JSON.stringify((await source.settings()) ?? {}, null, 2)}\n`));
  // Nobody reads these back: they are there for whoever tries to save what the log itself could not.
  for (const [index, row] of (await source.quarantine()).entries())
    add(quarantinePath(index + 1), textOf(`${JSON.stringify(row, null, 2)}\n`));
  for (const { path, text } of (await source.more?.()) ?? []) add(path, textOf(text));
  const manifest: BackupManifest = {
    format: BACKUP_FORMAT,
    madeAt: about.madeAt,
    application: { name: 'Casebook', version: about.version },
    counts: { entries, pictures, pictureBytes, lostPictures: hashes.length - pictures },
    ledgers: ledgers.map(({ ledger, own, n, link }) => ({
      ledger,
      path: ledgerPath(ledger),
      own,
      entries: n,
      head: link,
    })),
    files: listed.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  };
  const blobs: Blob[] = [];
  for (const files of partsOf(manifest, listed, about.partBytes)) {
    const blob = await composeLargeZip(files, work);
    const texts = files.filter((file) => !/^(?:pictures|files)\//.test(file.path)).map((file) => file.path);
    const verified = await verifyZip(blob, files, new Set(texts), signal);
    if (!verified.ok) return { ok: false, code: 'not-verified', detail: verified.problem };
    blobs.push(blob);
  }
  const [blob = new Blob(), ...more] = blobs;
  const bytes = blobs.reduce((sum, { size }) => sum + size, 0);
  return { ok: true, blob, more, entries, pictures, lostPictures: hashes.length - pictures, bytes };
}

/** The manifest leads the first part; each other one names the manifest that it belongs to. */
function partsOf(
  manifest: BackupManifest,
  listed: readonly Listed[],
  limit = PART_BYTES,
): readonly (readonly ZipFile[])[] {
  // The manifest names every file once.
  const room = listed.reduce((sum, { path }) => sum + path.length + 110, 1000);
  const [first = [], ...rest] = splitFiles(
    listed.map(({ file }) => file),
    Math.max(1, limit - room),
  );
  const whole = rest.length === 0 ? manifest : { ...manifest, parts: rest.length + 1 };
  const head = textOf(`${JSON.stringify(whole)}\n`);
  const note = textOf(`${JSON.stringify({ format: BACKUP_FORMAT, manifest: head.sha256 })}\n`);
  return [
    [{ path: MANIFEST_PATH, ...head }, ...first],
    ...rest.map((files, index) => [{ path: partPath(index + 2), ...note }, ...files]),
  ];
}

/** Everything in one zip, read back before it is handed over. Drafts are not part of it: they are not recorded yet. */
export async function writeBackup(source: BackupSource, about: About, work: Work): Promise<BackupMade> {
  try {
    return await write(source, about, work);
  } catch (error) {
    if (work.signal?.aborted) return { ok: false, code: 'cancelled' };
    throw error;
  }
}
