import type { Issue } from '../domain/issue/issue.ts';
import type { Sha256Hex } from '../domain/ledger/primitives.ts';
import { ahead } from './ahead.ts';
import { BrokenLog } from './evidence/chain-pass.ts';
import { createEvidencePack } from './evidence/evidence-pack.ts';
import type { PackSource } from './evidence/pack-source.ts';
import { assemble } from './assemble.ts';
import type { Assembled } from './assemble.ts';
import { chunksOf, createPauses } from './chunks.ts';
import type { FormatId } from './formats/format.ts';
import { chosenRows, headOf } from './model/head.ts';
import type { About } from './model/head.ts';
import type { ReportRow } from './model/report-plan.ts';
import type { ReportWords } from './model/words.ts';
import { chosenFormats, openFormats } from './open-formats.ts';
import { namedAs, readablePictures, seenOf, sharedAs } from './plan.ts';
import type { Sharing } from './plan.ts';
import type { PictureBytes, ReportSource, Work } from './source.ts';

export type ExportJob = Readonly<{
  source: ReportSource;
  /** From `planReport`, as shown in the preview. */
  rows: readonly ReportRow[];
  sharing: Sharing;
  formats: readonly FormatId[];
  words: ReportWords;
  about: About;
  /** What an evidence pack reads besides. */
  pack: PackSource;
  /** Largest part of an archive, for tests. */
  partBytes?: number;
}>;

export type ExportFailure = Readonly<{
  ok: false;
  code: 'cancelled' | 'changed' | 'nothing' | 'not-verified' | 'log-damaged';
  detail?: string;
}>;
export type ExportResult =
  | Readonly<{
      ok: true;
      blob: Blob;
      /** The further parts of an archive that is too large for one file, to be unpacked into the same folder. */
      more?: readonly Readonly<{ blob: Blob; fileName: string }>[];
      fileName: string;
      issues: number;
      pictures: number;
      lostPictures: number;
      /** Of an evidence pack: the fingerprint of the key that signed it, null where none did. */
      signedBy?: string | null;
    }>
  | ExportFailure;

type Loaded = Readonly<{
  some: readonly ReportRow[];
  issues: readonly (Issue | null)[];
  found: ReadonlyMap<Sha256Hex, PictureBytes>;
}>;
/** What of a row's pictures and files this export carries. */
type Carried = (row: ReportRow) => readonly Readonly<{ sha256: Sha256Hex; file: string }>[];

async function load(source: ReportSource, some: readonly ReportRow[], carried: Carried): Promise<Loaded> {
  const wanted = some.flatMap((row) => carried(row).map(({ sha256 }) => sha256));
  const [issues, found] = await Promise.all([
    source.issues(some.map(({ id }) => id)),
    readablePictures(source, wanted),
  ]);
  return { some, issues, found };
}

async function write(
  job: ExportJob,
  rows: readonly ReportRow[],
  work: Work,
): Promise<Assembled | ExportFailure> {
  const chosen = chosenFormats(job.formats);
  const { archive, texts: formats } = chosen;
  const pack = job.formats.includes('evidence') ? createEvidencePack(job.pack, job.sharing) : null;
  const withPictures = archive || formats.some((format) => format.pictures === 'inside');
  const carried: Carried = (row) =>
    archive ? [...row.pictures, ...row.files] : withPictures ? row.pictures : [];
  const head = headOf(rows, job.rows, job.about);
  const current = new Map<Sha256Hex, PictureBytes>();
  const open = await openFormats(chosen, {
    head,
    rows,
    words: job.words,
    picture: async (sha256) => current.get(sha256) ?? null,
  });
  const pictureFiles: { path: string; sha256: Sha256Hex; bytes: PictureBytes }[] = [];
  let lostPictures = rows.reduce((sum, row) => sum + row.lost.length, 0);
  let inside = 0;
  let done = 0;
  const pause = createPauses(work.quiet);
  const chunks = ahead(chunksOf(rows), 2, (some) => load(job.source, some, carried));
  for await (const { some, issues, found } of chunks) {
    for (const [index, row] of some.entries()) {
      await pause();
      work.signal?.throwIfAborted();
      const issue = issues[index];
      if (!issue || seenOf(issue) !== row.seen) return { ok: false, code: 'changed', detail: row.key };
      const lost = new Set(row.lost);
      current.clear();
      const named = pack === null ? row : pack.named(row, issue);
      for (const { sha256, file } of carried(named)) {
        const bytes = found.get(sha256);
        if (bytes) {
          current.set(sha256, bytes);
          inside += 1;
          if (archive && !chosen.mails) pictureFiles.push({ path: file, sha256, bytes });
        } else {
          lost.add(sha256);
          lostPictures += 1;
        }
      }
      const shared = namedAs(named, sharedAs(issue, job.sharing, lost));
      pack?.add(issue, shared);
      for (const writer of open.writers) await writer.issue(shared);
      done += 1;
      work.onProgress?.({ done, total: rows.length, what: 'issues' });
    }
  }
  const texts = await open.end();
  const single = archive ? null : (formats[0] ?? null); // null of a workbook, too
  const target = chosen.targets[0] ?? null;
  const { workbook, mails } = chosen;
  return assemble(
    {
      single,
      target,
      workbook,
      mails,
      texts,
      pictureFiles,
      lostPictures,
      carried: inside,
      head,
      words: job.words,
      partBytes: job.partBytes,
      pack,
    },
    work,
  );
}

/**
 * Writes the export that the preview showed, in one pass over the issues, and reads it back before it is handed over.
 * What we hold in memory stays at a few MB: finished text goes into Blobs, pictures are only referred to.
 */
export async function runExport(job: ExportJob, work: Work): Promise<ExportResult> {
  const rows = chosenRows(job.rows, job.sharing.choices);
  if (rows.length === 0 || job.formats.length === 0) return { ok: false, code: 'nothing' };
  try {
    const made = await write(job, rows, work);
    if (!made.ok) return made;
    return { ...made, issues: rows.length };
  } catch (error) {
    if (work.signal?.aborted) return { ok: false, code: 'cancelled' };
    if (error instanceof BrokenLog) return { ok: false, code: 'log-damaged', detail: error.message };
    throw error;
  }
}
