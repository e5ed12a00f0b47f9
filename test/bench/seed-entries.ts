import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import type { CaptureId, IssueId } from '../../lib/domain/ledger/primitives.ts';
import type { StoredPicture } from '../../lib/storage/types/picture.ts';

/** Change it whenever what is seeded changes: profiles are kept by it. */
export const SEED_VERSION = 1;

const HOSTS = Array.from({ length: 25 }, (_, n) => `portal${n}.example.com`);
const AREAS = [
  'Invoices',
  'Orders',
  'Stock',
  'Payroll',
  'Month-end report',
  'Customers',
  'Délivery notes',
  'Verträge',
];
const FAULTS = [
  'The list does not load',
  'Saving fails with a gateway timeout',
  'Totals are wrong after the update',
  'The page stays white',
  'Sign-in loops for ever',
  'The export contains last week’s figures',
];
const DAY_MS = 86_400_000;
const NEWEST = Date.UTC(2026, 10, 20, 16, 0, 0);

/** Repeatable numbers (mulberry32): every run of the bench sees the same log. */
export function createNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

const hex = (value: number, digits: number): string =>
  value.toString(16).padStart(digits, '0').slice(-digits);

function uuid(numbers: () => number, time: number): string {
  const stamp = hex(time, 12);
  const tail = hex(numbers(), 8) + hex(numbers(), 4);
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(numbers(), 3)}-8${hex(numbers(), 3)}-${tail}`;
}

const pick = <T>(list: readonly T[], number: number): T => {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('A seed list is empty.');
  return found;
};

type Base = Pick<NewEntry, 'at' | 'zone' | 'offsetMin' | 'certainty' | 'by'>;

const base = (time: number): Base => ({
  at: new Date(time).toISOString(),
  zone: 'Europe/Berlin',
  offsetMin: 60,
  certainty: 'exact',
  by: { side: 'us' },
});

/**
 * A year of issues, oldest first: two of three described, one in four rated, a few with labels or in the trash. `alike`:
 * all of one page of one system.
 */
export function* seedEntries(
  issues: number,
  pictureOf: (n: number) => StoredPicture | null,
  alike = false,
  seed = 20261120,
): Generator<NewEntry> {
  const numbers = createNumbers(seed);
  const step = Math.floor((365 * DAY_MS) / Math.max(1, issues));
  for (let n = 0; n < issues; n += 1) {
    const time = NEWEST - (issues - 1 - n) * step;
    const issueId = uuid(numbers, time) as IssueId; // as: made in the shape of one
    const captureId = uuid(numbers, time) as CaptureId; // as: made in the shape of one
    const host = pick(HOSTS, alike ? 0 : numbers());
    const area = pick(AREAS, alike ? 0 : numbers());
    const picture = pictureOf(n);
    yield {
      ...base(time),
      kind: 'occurrence.captured',
      issueId,
      body: {
        captureId,
        via: 'popup',
        page: {
          url: `https://${host}/${area.toLowerCase().replaceAll(' ', '-')}/${numbers() % 100_000}?view=lines`,
          host,
          title: `${area} ${numbers() % 10_000} – Acme ERP`,
          state: 'http-error',
          httpStatus: 503,
        },
        picture: picture
          ? {
              state: 'present',
              sha256: picture.sha256,
              crc32: picture.crc32,
              bytes: picture.bytes,
              mime: picture.mime,
              width: picture.width,
              height: picture.height,
            }
          : { state: 'missing', reason: 'not-allowed' },
        evidence: {
          state: 'present',
          requests: [
            {
              url: `https://${host}/api/${area.toLowerCase().replaceAll(' ', '-')}`,
              status: 503,
              initiator: 'fetch',
              startMs: 120,
              durationMs: 340,
              problem: 'failed',
            },
          ],
          requestsSeen: 14,
          requestListFull: false,
          chips: [
            { id: 'c1', kind: 'status', label: '', value: '503' },
            { id: 'c2', kind: 'error-id', label: 'Request ID', value: uuid(numbers, time) },
          ],
        },
        environment: {
          browser: 'Chrome',
          browserVersion: '156.0.8078.79',
          os: 'Linux',
          extensionVersion: '0.1.0',
          uiLanguage: 'en-US',
          languages: ['en-US'],
        },
        masked: { total: 0, rules: {} },
      },
    };
    const dice = numbers();
    if (dice % 3 !== 0) {
      const text = `${pick(FAULTS, numbers())}: ${area} for customer ${numbers() % 5000}. Tried again, same result.`;
      yield { ...base(time + 20_000), kind: 'issue.described', issueId, body: { text } };
    }
    if (dice % 4 === 0) {
      const body = { impact: (numbers() % 3) + 1, urgency: (numbers() % 3) + 1 };
      yield { ...base(time + 25_000), kind: 'issue.prioritised', issueId, body };
    }
    if (dice % 10 === 0)
      yield { ...base(time + 30_000), kind: 'issue.labelled', issueId, body: { labels: ['month-end'] } };
    if (dice % 50 === 0 && !picture)
      yield { ...base(time + 40_000), kind: 'issue.trashed', issueId, body: {} };
  }
}
