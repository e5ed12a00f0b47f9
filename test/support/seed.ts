import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import { captureId, issueId } from '../../lib/domain/ledger/primitives.ts';
import type { CaptureId, IssueId, Sha256Hex } from '../../lib/domain/ledger/primitives.ts';
import type { StoredPicture } from '../../lib/storage/types/picture.ts';
import type { Store } from '../../lib/storage/types/store.ts';

// Runs in vitest and inside an extension page: nothing here may need node or a library.

type Capture = Extract<NewEntry, { kind: 'occurrence.captured' }>;
export type CaptureOverrides = Partial<Omit<Capture, 'kind' | 'body'>> & { body?: Partial<Capture['body']> };

const HOSTS = [
  'portal.example-erp.de',
  'crm.vendor.example',
  'tickets.example.com',
  'lager.example.at',
  'hr.example.ch:8443',
  'mail.example.org',
  'bi.example.net',
  'zeiterfassung.example.de',
  'shop.example.com',
  'fibu.example.de',
];
const PAGES = [
  ['Rechnung suchen', '/rechnungen/suche', 'Beim Speichern kam nur ein weißes Fenster.'],
  ['Order overview', '/orders/list', 'The list stays empty although there are open orders.'],
  ['Übersicht Lieferscheine', '/lieferscheine', 'Drucken löst einen Fehler aus, seit heute früh.'],
  ['Customer 4711 – Details', '/customers/4711', 'Changing the address is not saved.'],
  ['Zeiterfassung · Woche 47', '/zeit/woche', 'Buchung wird doppelt angezeigt.'],
  ['Dashboard', '/dashboard', 'Loads for more than a minute.'],
  ['Anmeldung', '/login', 'Nach dem Anmelden wieder die Anmeldeseite.'],
  ['Report builder', '/reports/new', 'Export to PDF does nothing.'],
  ['Größenverwaltung für Artikel', '/artikel/groessen', 'Umlaute werden falsch angezeigt: Straße, Maße.'],
  ['Internal Server Error', '/api/v2/items', 'Error page instead of the item list.'],
] as const;
const TEXTS = [
  'Request failed with status 500',
  'Zeitüberschreitung beim Laden',
  'Unexpected token in response',
  'Zugriff verweigert',
];

/** A small repeatable generator (mulberry32): the same number gives the same data everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Bytes from the generator, for `StoreOptions.random`. */
export function seededBytes(seed: number): (bytes: number) => Uint8Array {
  const next = seeded(seed);
  return (bytes) => Uint8Array.from({ length: bytes }, () => Math.floor(next() * 256));
}

/** `kind` tells issue ids, capture ids and others apart. The number stands in front, so that ids sort like a log. */
export function seedUuid(i: number, kind: number): string {
  const tail = Math.floor(seeded(i * 8 + kind)() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
  return `${i.toString(16).padStart(8, '0')}-0000-7000-8000-${kind.toString(16).padStart(4, '0')}${tail}`;
}
export const seedIssueId = (i: number): IssueId => issueId.parse(seedUuid(i, 1));
export const seedCaptureId = (i: number): CaptureId => captureId.parse(seedUuid(i, 2));

const START_MS = Date.UTC(2026, 0, 5, 7, 0, 0);
/** One capture every seven minutes from 5 January 2026. */
export const seedAt = (i: number): string => new Date(START_MS + i * 420_000).toISOString();

/** The i-th capture of a made-up but realistic log: valid, in German and English, always the same. */
export function makeCapture(i: number, overrides: CaptureOverrides = {}): Capture {
  const next = seeded(i + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] ?? (list[0] as T); // as: the lists are not empty
  const host = pick(HOSTS);
  const [title, path] = pick(PAGES);
  const failing = next() < 0.6;
  const status = pick([500, 502, 503, 404, 403]);
  const reference = Math.floor(next() * 2 ** 40)
    .toString(16)
    .padStart(10, '0');
  const url = `https://${host}${path}?nr=${Math.floor(next() * 90_000) + 10_000}`;
  const { body, ...rest } = overrides;
  return {
    kind: 'occurrence.captured',
    at: seedAt(i),
    zone: 'Europe/Berlin',
    offsetMin: 60,
    certainty: 'exact',
    by: { side: 'us' },
    issueId: seedIssueId(i),
    ...rest,
    body: {
      captureId: seedCaptureId(i),
      via: 'popup',
      page: {
        url,
        host,
        title: `${title} – ${host.split('.')[0] ?? host} #${i}`,
        state: failing ? 'http-error' : 'ok',
        ...(failing && { httpStatus: status }),
      },
      picture: { state: 'missing', reason: 'failed' },
      evidence: {
        state: 'present',
        requests: failing
          ? [
              {
                url: `https://${host}/api${path}`,
                status,
                initiator: 'fetch',
                startMs: 120,
                durationMs: Math.floor(next() * 900),
                problem: 'failed',
              },
            ]
          : [],
        requestsSeen: Math.floor(next() * 80) + 3,
        requestListFull: false,
        chips: failing
          ? [
              { id: 'status', kind: 'status', label: '', value: String(status) },
              { id: 'id1', kind: 'error-id', label: 'Request ID', value: reference },
              { id: 't1', kind: 'error-text', label: '', value: pick(TEXTS) },
            ]
          : [],
      },
      environment: {
        browser: 'Chromium',
        browserVersion: '156.0.8078.79',
        os: 'Linux',
        extensionVersion: '0.1.0',
        uiLanguage: 'de',
        languages: ['de', 'en'],
        dprPercent: 100,
        viewport: { width: 1280, height: 720 },
      },
      masked: { total: 0, rules: {} },
      ...body,
    },
  };
}

/** A few words about a seeded issue, as the user would type them. */
export function makeDescription(i: number): NewEntry {
  const [, , text] = PAGES[Math.floor(seeded(i + 7)() * PAGES.length)] ?? PAGES[0];
  const { at, zone, offsetMin, certainty, by, issueId: id } = makeCapture(i);
  return {
    kind: 'issue.described',
    at,
    zone,
    offsetMin,
    certainty,
    by,
    issueId: id,
    body: { text: `${text} (${i})` },
  };
}

/** `sha256` is given, not computed: seeds must not need WebCrypto. The bytes differ for every i. */
export function seedPicture(i: number, bytes = 2048): StoredPicture {
  const next = seeded(i + 3);
  const data = Uint8Array.from({ length: bytes }, () => Math.floor(next() * 256));
  const sha256: Sha256Hex = Array.from({ length: 64 }, () => Math.floor(next() * 16).toString(16)).join('');
  const blob = new Blob([data], { type: 'image/jpeg' });
  return {
    sha256,
    crc32: Math.floor(next() * 2 ** 32),
    bytes,
    mime: 'image/jpeg',
    width: 1280,
    height: 720,
    blob,
  };
}

export function withPicture(i: number, picture: StoredPicture, overrides: CaptureOverrides = {}): Capture {
  const { blob: _blob, ...facts } = picture;
  return makeCapture(i, {
    ...overrides,
    body: { ...overrides.body, picture: { state: 'present', ...facts } },
  });
}

export type SeedOptions = Readonly<{
  /** So many of the first issues get a picture. */
  pictures?: number;
  pictureBytes?: number;
  /** Numbers start here. */
  from?: number;
  /** Every second issue is described, unless false. */
  described?: boolean;
  onProgress?: (done: number) => void;
}>;

/** Fills a store with `count` issues, in transactions of at most 1,000 entries. */
export async function bulkSeed(store: Store, count: number, options: SeedOptions = {}): Promise<void> {
  const { pictures = 0, pictureBytes = 2048, from = 0, described = true, onProgress } = options;
  const chunk = pictures > 0 ? 50 : 5000;
  for (let start = 0; start < count; start += chunk) {
    const end = Math.min(count, start + chunk);
    const blobs: StoredPicture[] = [];
    const entries: NewEntry[] = [];
    for (let i = start; i < end; i += 1) {
      if (i < pictures) {
        const picture = seedPicture(from + i, pictureBytes);
        blobs.push(picture);
        entries.push(withPicture(from + i, picture));
      } else {
        entries.push(makeCapture(from + i));
      }
      if (described && i % 2 === 0) entries.push(makeDescription(from + i));
    }
    const result = await store.appendMany(entries, { blobs });
    if (!result.ok) throw new Error(`Seeding failed (${result.code}).`);
    onProgress?.(end);
  }
}
