import { crc32 } from '../../../lib/domain/evidence/crc32.ts';
import { foldIssue } from '../../../lib/domain/issue/fold.ts';
import type { Issue } from '../../../lib/domain/issue/issue.ts';
import { sha256Hex } from '../../../lib/domain/ledger/chain.ts';
import { completeEntry } from '../../../lib/domain/ledger/complete-entry.ts';
import type { Entry, NewEntry } from '../../../lib/domain/ledger/entry.ts';
import { entryId, ledgerId } from '../../../lib/domain/ledger/primitives.ts';
import type { IssueId } from '../../../lib/domain/ledger/primitives.ts';
import { defaultChoices } from '../../../lib/export/model/choices.ts';
import type { Choices } from '../../../lib/export/model/choices.ts';
import type { PackSource } from '../../../lib/export/evidence/pack-source.ts';
import { planReport } from '../../../lib/export/plan.ts';
import { runExport } from '../../../lib/export/run-export.ts';
import type { ExportResult } from '../../../lib/export/run-export.ts';
import type { FormatId } from '../../../lib/export/formats/format.ts';
import type { ReportSource, Work } from '../../../lib/export/source.ts';
import { reportWords } from '../../../lib/app/export/report-words.ts';
import type { StoredPicture } from '../../../lib/storage/types/picture.ts';
import { makeCapture, seedIssueId, seedUuid } from '../../support/seed.ts';
import type { CaptureOverrides } from '../../support/seed.ts';

export const LEDGER = ledgerId.parse(seedUuid(7, 5));

/** Entries as a ledger would hold them; `recordedAt` is the time it happened unless given. */
export function entriesOf(given: readonly NewEntry[], recordedAt?: string): Entry[] {
  return given.map((one, index) =>
    completeEntry(one, {
      ledger: LEDGER,
      n: index + 2,
      id: entryId.parse(seedUuid(index, 6)),
      recordedAt: recordedAt ?? one.at,
      nonce: '0'.repeat(32),
      key: 'K7-0042',
    }),
  );
}

export function issueOf(entries: readonly Entry[]): Issue {
  const issue = foldIssue(entries, []);
  if (!issue) throw new Error('The entries of the test make no issue.');
  return issue;
}

type PageOverrides = Partial<ReturnType<typeof makeCapture>['body']['page']>;

/** An issue whose page says hostile things, with more entries behind its capture. */
export function makeIssue(
  i: number,
  page: PageOverrides = {},
  more: readonly NewEntry[] = [],
  overrides: CaptureOverrides = {},
): Issue {
  const capture = makeCapture(i, overrides);
  const captured = { ...capture, body: { ...capture.body, page: { ...capture.body.page, ...page } } };
  return { ...issueOf(entriesOf([captured, ...more])), key: `K7-${String(i).padStart(4, '0')}` };
}

export const common = {
  zone: 'Europe/Berlin',
  offsetMin: 60,
  certainty: 'exact',
  by: { side: 'us' },
} as const;

export function described(i: number, text: string): NewEntry {
  return {
    ...common,
    kind: 'issue.described',
    at: makeCapture(i).at,
    issueId: seedIssueId(i),
    body: { text },
  };
}

export function event(i: number, at: string, body: Extract<NewEntry, { kind: 'event' }>['body']): NewEntry {
  return { ...common, kind: 'event', at, issueId: seedIssueId(i), body };
}

/** A file that is a PNG by its first bytes; its hash and CRC are true. */
export function realPicture(i: number, bytes = 600): StoredPicture {
  const data = new Uint8Array(bytes);
  data.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(data.buffer);
  view.setUint32(16, 1280);
  view.setUint32(20, 720);
  for (let at = 33; at < bytes; at += 1) data[at] = (at * 31 + i * 17) & 0xff;
  view.setUint32(Math.min(40, bytes - 4), i);
  return {
    sha256: sha256Hex(data),
    crc32: crc32(data),
    bytes,
    mime: 'image/png',
    width: 1280,
    height: 720,
    blob: new Blob([data], { type: 'image/png' }),
  };
}

export function sourceOf(issues: readonly Issue[], pictures: readonly StoredPicture[] = []): ReportSource {
  return {
    heads: async () => [{ ledger: LEDGER, n: 9, link: 'a'.repeat(64) }],
    issues: async (ids) => ids.map((id) => issues.find((issue) => issue.id === id) ?? null),
    pictures: async (hashes) =>
      hashes.map((sha256) => pictures.find((picture) => picture.sha256 === sha256) ?? null),
  };
}

type Options = Readonly<{
  choices?: Choices;
  language?: 'en' | 'de';
  pictures?: readonly StoredPicture[];
  source?: ReportSource;
  work?: Work;
}>;

/** Evidence packs are tested on a real log: test/integration/export. */
const NO_PACK: PackSource = {
  ledgers: async () => [],
  lines: async () => [],
  signer: async () => null,
};

/** Preview and run, as the dialog does it. */
export async function exported(
  issues: readonly Issue[],
  formats: readonly FormatId[],
  options: Options = {},
): Promise<ExportResult> {
  const source = options.source ?? sourceOf(issues, options.pictures);
  const sharing = { choices: options.choices ?? defaultChoices(), mask: null };
  const rows = await planReport(
    source,
    issues.map((issue): IssueId => issue.id),
    sharing,
    {},
  );
  const about = {
    exportedAt: '2026-11-23T14:02:05.123Z',
    version: '0.1.0',
    zone: 'Europe/Berlin',
    selection: 'selection',
    heads: await source.heads(),
  } as const;
  return runExport(
    { source, rows, sharing, formats, words: reportWords(options.language ?? 'en'), about, pack: NO_PACK },
    options.work ?? {},
  );
}

export async function exportedText(
  issues: readonly Issue[],
  format: FormatId,
  options: Options = {},
): Promise<string> {
  const result = await exported(issues, [format], options);
  if (!result.ok) throw new Error(`The export failed: ${result.code} ${result.detail ?? ''}.`);
  // Not blob.text(), which would swallow the byte order mark.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await result.blob.arrayBuffer());
}
