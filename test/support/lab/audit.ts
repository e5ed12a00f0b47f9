import { createHash } from 'node:crypto';
import { verifyChain } from '../../../lib/domain/ledger/chain.ts';
import { parseEntryText } from '../../../lib/domain/ledger/complete-entry.ts';
import type { EntryOf } from '../../../lib/domain/ledger/entry.ts';
import type { RawLog } from './raw-log.ts';

export interface Acknowledged {
  readonly id: string;
  readonly picture: boolean;
}

export interface Audit {
  readonly captures: number;
  /** Captures with a picture. */
  readonly pictures: number;
  /** Acknowledged captures that are not there. */
  readonly lost: readonly string[];
  /** Captures of which only a part is there. */
  readonly half: readonly string[];
  /** Capture ids recorded more than once. */
  readonly twice: readonly string[];
  /** What else is wrong: chains, hashes, rows without entries, counters. */
  readonly broken: readonly string[];
}

type Capture = EntryOf<'occurrence.captured'>;

function capturesOf(log: RawLog, broken: string[]): readonly Capture[] {
  const captures: Capture[] = [];
  for (const row of log.entries) {
    const where = `entry ${row.ledger.slice(0, 8)}:${row.n}`;
    if (row.json === null) continue;
    if (createHash('sha256').update(row.json).digest('hex') !== row.sha256)
      broken.push(`${where} has another hash`);
    const parsed = parseEntryText(row.json);
    if (!parsed.ok) broken.push(`${where} is not valid: ${parsed.problem}`);
    else if (parsed.entry.kind === 'occurrence.captured') captures.push(parsed.entry);
  }
  return captures;
}

function checkChains(log: RawLog, broken: string[]): void {
  for (const ledger of log.ledgers) {
    const lines = log.entries.filter((row) => row.ledger === ledger.ledger).toSorted((a, b) => a.n - b.n);
    const verdict = verifyChain(lines);
    if (!verdict.ok) broken.push(`the chain breaks at ${verdict.brokenAt}`);
    else if (verdict.head !== ledger.link || verdict.length !== ledger.n)
      broken.push('the head is not the last entry');
  }
  const known = new Set(log.ledgers.map(({ ledger }) => ledger));
  if (log.entries.some(({ ledger }) => !known.has(ledger))) broken.push('an entry belongs to no ledger');
  if (log.ledgers.filter(({ own }) => own).length !== 1) broken.push('there is not exactly one own ledger');
}

/** Checks the whole database against what was acknowledged; knows nothing of how the product reads it. */
export function audit(log: RawLog, acknowledged: readonly Acknowledged[]): Audit {
  const broken: string[] = [];
  const captures = capturesOf(log, broken);
  checkChains(log, broken);
  const byId = new Map(captures.map((capture) => [capture.body.captureId as string, capture]));
  const twice = captures.map(({ body }) => body.captureId).filter((id, i, all) => all.indexOf(id) !== i);
  const blobs = new Map(log.blobs.map((blob) => [blob.sha256, blob]));
  const rows = new Map(log.issues.map((row) => [row.id, row]));
  const half: string[] = [];
  for (const { body, issueId } of captures) {
    const row = rows.get(issueId);
    if (!row?.captureIds.includes(body.captureId)) half.push(`${body.captureId} has no line in the log`);
    if (body.picture.state !== 'present') continue;
    const blob = blobs.get(body.picture.sha256);
    if (blob?.actual !== body.picture.sha256 || blob.bytes !== body.picture.bytes)
      half.push(`${body.captureId} has no readable picture`);
  }
  for (const { id, picture } of acknowledged) {
    const capture = byId.get(id);
    if (capture && picture && capture.body.picture.state !== 'present')
      half.push(`${id} was shown with a picture`);
  }
  const issues = new Set(log.entries.map(({ issueId }) => issueId));
  for (const { id } of log.issues) if (!issues.has(id)) half.push(`the line ${id} has no entry`);
  const used = new Set(
    captures.map(({ body }) => (body.picture.state === 'present' ? body.picture.sha256 : '')),
  );
  for (const { sha256 } of log.blobs) if (!used.has(sha256)) half.push(`a picture belongs to no entry`);
  if (log.counted !== log.issues.length)
    broken.push(`${log.issues.length} lines, but ${log.counted} counted`);
  for (const { where, problem } of log.quarantined) broken.push(`${where} was set aside: ${problem}`);
  const lost = acknowledged.map(({ id }) => id).filter((id) => !byId.has(id));
  return {
    captures: captures.length,
    pictures: captures.filter(({ body }) => body.picture.state === 'present').length,
    lost,
    half,
    twice,
    broken,
  };
}
