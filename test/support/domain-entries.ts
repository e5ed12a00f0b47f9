import type { Entry, EntryKind, EntryOf } from '../../lib/domain/ledger/entry.ts';
import { parseEntry } from '../../lib/domain/ledger/complete-entry.ts';

/** Readable ids for tests: `uuid(1)` is `00000001-0000-4000-8000-000000000000`. */
export function uuid(n: number): string {
  return `${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
}

export const LEDGER_A = uuid(0xa);
export const LEDGER_B = uuid(0xb);
export const ISSUE = uuid(0x1551);

export type EntrySpec<K extends EntryKind> = Readonly<{
  kind: K;
  body: EntryOf<K>['body'];
  n: number;
  ledger?: string;
  /** Minutes after 10:00. */
  at?: number;
  recordedAt?: number;
  issueId?: string | undefined;
}>;

export function minute(minutes: number): string {
  return new Date(Date.UTC(2026, 10, 23, 10, minutes)).toISOString();
}

/** A valid entry; throws when the test made an invalid one. */
export function entryOf<K extends EntryKind>(spec: EntrySpec<K>): Entry {
  const ledger = spec.ledger ?? LEDGER_A;
  const value = {
    v: 1,
    ledger,
    n: spec.n,
    id: uuid(spec.n * 16 + (ledger === LEDGER_A ? 1 : 2)),
    kind: spec.kind,
    at: minute(spec.at ?? spec.n),
    recordedAt: minute(spec.recordedAt ?? spec.at ?? spec.n),
    zone: 'Europe/Berlin',
    offsetMin: 60,
    certainty: 'exact',
    by: { side: 'us' },
    nonce: '0'.repeat(32),
    ...('issueId' in spec && spec.issueId === undefined ? {} : { issueId: spec.issueId ?? ISSUE }),
    body: spec.body,
  };
  const parsed = parseEntry(value);
  if (!parsed.ok) throw new Error(`The test entry is not valid: ${parsed.problem}.`);
  return parsed.entry;
}

export type OccurrenceSpec = Readonly<{
  n: number;
  ledger?: string;
  at?: number;
  recordedAt?: number;
  key?: string;
  title?: string;
  url?: string | null;
  host?: string | null;
  status?: number;
  picture?: string;
  requests?: readonly ('failed' | 'slow' | 'unknown')[];
  chips?: readonly string[];
}>;

export function occurrence(spec: OccurrenceSpec): Entry {
  const { n, ledger, at, recordedAt } = spec;
  return entryOf({
    kind: 'occurrence.captured',
    n,
    ...(ledger === undefined ? {} : { ledger }),
    ...(at === undefined ? {} : { at }),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    body: bodyOf(spec),
  });
}

function bodyOf(spec: OccurrenceSpec): EntryOf<'occurrence.captured'>['body'] {
  const host = spec.host === undefined ? 'portal.example' : spec.host;
  return {
    captureId: uuid(
      0xca0000 + spec.n + (spec.ledger === LEDGER_B ? 0x1000 : 0),
    ) as EntryOf<'occurrence.captured'>['body']['captureId'], // as: test id
    key: spec.key ?? `K7-${String(spec.n).padStart(4, '0')}`,
    via: 'popup',
    page: {
      url: spec.url === undefined ? 'https://portal.example/orders' : spec.url,
      host,
      title: spec.title ?? 'Orders',
      state: 'ok',
      ...(spec.status === undefined ? {} : { httpStatus: spec.status }),
    },
    picture:
      spec.picture === undefined
        ? { state: 'missing', reason: 'failed' }
        : {
            state: 'present',
            sha256: spec.picture.repeat(64).slice(0, 64),
            crc32: 1,
            bytes: 10,
            mime: 'image/jpeg',
            width: 2,
            height: 2,
          },
    evidence: {
      state: 'present',
      requests: (spec.requests ?? []).map((problem) => ({
        url: 'https://portal.example/api',
        status: problem === 'failed' ? 503 : 0,
        initiator: 'fetch',
        startMs: 1,
        durationMs: 2,
        problem,
      })),
      requestsSeen: 3,
      requestListFull: false,
      chips: (spec.chips ?? []).map((id) => ({ id, kind: 'error-text', label: '', value: `Text of ${id}` })),
    },
    environment: {
      browser: 'Chromium',
      browserVersion: '156',
      os: 'Linux',
      extensionVersion: '0.1.0',
      uiLanguage: 'de',
      languages: ['de'],
    },
    masked: { total: 0, rules: {} },
  };
}
