import { v7 as uuidV7 } from 'uuid';
import type { Entry, NewEntry } from '../domain/ledger/entry.ts';
import { completeEntry, sealEntry } from '../domain/ledger/complete-entry.ts';
import { GENESIS_LINK, nextLink } from '../domain/ledger/chain.ts';
import { issueKey, ledgerCode } from '../domain/ledger/ledger-code.ts';
import {
  type EntryId,
  type Instant,
  type IssueId,
  ledgerId,
  type LedgerId,
} from '../domain/ledger/primitives.ts';
import { directoryKindOf } from '../domain/directory/entries.ts';
import { isConversationKind } from '../domain/conversations/entries.ts';
import { isPromiseKind } from '../domain/issue/promise-bodies.ts';
import { namedBytes } from '../domain/issue/named-bytes.ts';
import { problem } from './failure.ts';
import { removalMark } from './originals.ts';
import type { EntryRow, LedgerRow } from './tables.ts';

/** The clock and the dice of this machine. */
export type Machine = Readonly<{
  now: () => Date;
  random: (bytes: number) => Uint8Array;
  zone: () => string;
  reporter?: (() => string | undefined) | undefined;
}>;

export function newUuid(machine: Machine): string {
  return uuidV7({ msecs: machine.now().getTime(), random: machine.random(16) });
}

export function newLedgerRow(machine: Machine): LedgerRow {
  const ledger = ledgerId.parse(newUuid(machine));
  return {
    ledger,
    own: true,
    code: ledgerCode(ledger),
    n: 0,
    link: GENESIS_LINK,
    issues: 0,
    recordedAt: instantOf(machine),
  };
}

export function instantOf(machine: Machine): Instant {
  return machine.now().toISOString();
}

/** What an entry that Casebook itself writes says about time and author. */
export function ownFrame(machine: Machine) {
  const now = machine.now();
  return {
    at: now.toISOString(),
    zone: machine.zone(),
    offsetMin: 0 - now.getTimezoneOffset(),
    certainty: 'exact',
    by: { side: 'us' },
  } as const;
}

export type Sealed = Readonly<{ head: LedgerRow; rows: readonly EntryRow[]; entries: readonly Entry[] }>;

/**
 * Gives new entries their place in the ledger: number, id, times, nonce, hash and link. Purely computing and
 * synchronous, because it runs inside the transaction that also read `head`. `keyOf` knows the keys of issues that
 * exist already. A clock that went back gets a `clock.jumped` entry of its own first.
 */
export function seal(
  machine: Machine,
  head: LedgerRow,
  given: readonly NewEntry[],
  keyOf: (issue: IssueId) => string | undefined,
): Sealed {
  const recordedAt = instantOf(machine);
  const reporterId = machine.reporter?.();
  const backMs = Date.parse(head.recordedAt) - Date.parse(recordedAt);
  const jumped: readonly NewEntry[] =
    head.n > 0 && backMs > 0
      ? [
          {
            ...ownFrame(machine),
            kind: 'clock.jumped',
            body: { previousRecordedAt: head.recordedAt, backMs },
          },
        ]
      : [];
  let { n, link, issues } = head;
  const newKeys = new Map<string, string>();
  const rows: EntryRow[] = [];
  const entries: Entry[] = [];
  for (const one of [...jumped, ...given]) {
    n += 1;
    const frame = {
      ledger: head.ledger,
      n,
      id: newUuid(machine) as EntryId, // as: completeEntry parses it
      recordedAt,
      nonce: hex(machine.random(16)),
    };
    let key: string | undefined;
    if (one.kind === 'occurrence.captured') {
      key = keyOf(one.issueId) ?? newKeys.get(one.issueId);
      if (key === undefined) {
        issues += 1;
        key = issueKey(head.code, issues);
        newKeys.set(one.issueId, key);
      }
    }
    const entry = complete(signed(one, reporterId), key === undefined ? frame : { ...frame, key });
    const { json, sha256 } = sealEntry(entry);
    link = nextLink(link, n, sha256);
    entries.push(entry);
    rows.push(rowOfEntry(entry, { json, sha256, link }));
  }
  return { head: { ...head, n, link, issues, recordedAt }, rows, entries };
}

/** What we do is done by whoever sits here, unless it says so itself. */
function signed(given: NewEntry, reporterId: string | undefined): NewEntry {
  if (reporterId === undefined || given.by.side !== 'us' || given.by.reporterId !== undefined) return given;
  return { ...given, by: { ...given.by, reporterId } };
}

function complete(given: NewEntry, frame: Parameters<typeof completeEntry>[1]): Entry {
  try {
    return completeEntry(given, frame);
  } catch (error) {
    // A capture must not be lost to one bad field: the caller hears it and can journal what it has.
    throw problem('invalid', { paths: error instanceof Error ? [error.message] : [] }, error);
  }
}

/** The stored line of a readable entry, with what the indexes need. */
export function rowOfEntry(
  entry: Entry,
  line: Readonly<{ json: string; sha256: string; link: string }>,
): EntryRow {
  const { ledger, n, id, kind, at, recordedAt } = entry;
  const row = { ledger, n, id, kind, at, recordedAt, ...line };
  switch (entry.kind) {
    case 'occurrence.captured':
      return withBytes({ ...row, issueId: entry.issueId, capture: entry.body.captureId }, entry);
    case 'evidence.added':
      return withBytes({ ...row, issueId: entry.issueId }, entry);
    case 'picture.original_removed':
      return withBytes({ ...row, issueId: entry.issueId, mark: removalMark(entry) }, entry);
    case 'entry.erased': {
      const marked = { ...row, mark: eraseMark(entry.body.ledger, entry.body.n) };
      return entry.issueId === undefined ? marked : { ...marked, issueId: entry.issueId };
    }
    case 'backup.made':
      return { ...row, mark: 'backup.made' };
    case 'occurrence.moved':
    case 'issue.merged':
    case 'issue.split':
      return { ...row, issueId: entry.issueId, mark: POINTS };
    default: {
      const mark = markOf(entry);
      const marked = mark === null ? row : { ...row, mark };
      const of = 'issueId' in entry ? entry.issueId : undefined;
      return of === undefined ? marked : { ...marked, issueId: of };
    }
  }
}

/** Lines of these kinds are read all together. */
export type LineMark = 'conversation' | 'directory' | 'promise';

function markOf({ kind }: Entry): LineMark | null {
  if (isPromiseKind(kind)) return 'promise';
  if (isConversationKind(kind)) return 'conversation';
  return directoryKindOf(kind) === null ? null : 'directory';
}

function withBytes(row: EntryRow, entry: Entry): EntryRow {
  const named = namedBytes(entry);
  return named === null ? row : { ...row, picture: named.sha256 };
}

/** Marks the lines by which an issue says where it belongs. */
export const POINTS = 'points';

export function eraseMark(ledger: LedgerId, n: number): string {
  return `erases:${ledger}:${n}`;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
