import { describe, expect, it } from 'vitest';
import { createBackupService } from '../../../lib/app/backup/backup-service.ts';
import { createExportService } from '../../../lib/app/export/export-service.ts';
import { DEFAULT_SETTINGS } from '../../../lib/app/settings/settings.ts';
import type { Progress, Work } from '../../../lib/export/source.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { shownBy } from '../../support/ledgers.ts';
import { makeDescription, withPicture } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { realPicture } from '../../unit/export/support.ts';
import { NOTHING, OPTIONS } from './pack-support.ts';

/** More than one bundle of issues and of pictures is read. */
const ISSUES = 120;
const PART = 300_000;

type Made = Readonly<{ ok: true; files: readonly Blob[] }> | Readonly<{ ok: false; code: string }>;
type Kind = Readonly<{
  name: string;
  /** What it tells of, in the order in which it does so. */
  tells: readonly Progress['what'][];
  make(store: Store, work: Work): Promise<Made>;
}>;

const COMMON = {
  now: () => new Date('2026-11-28T12:00:00.000Z'),
  zone: () => 'Europe/Berlin',
  version: '0.1.0',
  partBytes: PART,
  download: () => undefined,
  noticesChanges: false,
};

const KINDS: readonly Kind[] = [
  {
    name: 'an evidence pack',
    tells: ['issues', 'files', 'entries'],
    async make(store, work) {
      const maskPersonal = async () => (text: string) => text;
      const exports = createExportService({ ...COMMON, store, maskPersonal });
      const { preview } = ok(await exports.preview({ kind: 'all' }, OPTIONS, {}));
      const order = { preview, taken: NOTHING, formats: ['evidence'], language: 'en' } as const;
      const made = await exports.run(order, work);
      return made.ok ? { ok: true, files: [made.blob, ...(made.more ?? []).map(({ blob }) => blob)] } : made;
    },
  },
  {
    name: 'a backup',
    tells: ['entries', 'pictures'],
    async make(store, work) {
      const settings = { get: async () => DEFAULT_SETTINGS, set: async () => DEFAULT_SETTINGS };
      const backup = createBackupService({ ...COMMON, store, settings });
      const made = await backup.make('en', work);
      return made.ok ? { ok: true, files: [made.blob, ...made.more] } : made;
    },
  },
];

async function filled(): Promise<Store> {
  const store = testProfile(31).store();
  for (let n = 1; n <= ISSUES; n += 1) {
    const picture = realPicture(n, 4000);
    ok(await store.append([withPicture(n, picture), makeDescription(n)], { blobs: [picture] }));
  }
  return store;
}

const bytesOf = async (files: readonly Blob[]): Promise<Buffer[]> =>
  Promise.all(files.map(async (file) => Buffer.from(await file.arrayBuffer())));

describe.each(KINDS)('$name that is stopped', ({ tells, make }) => {
  it('tells how far it is, each time to the end', async () => {
    const told: Progress[] = [];
    ok(await make(await filled(), { onProgress: (progress) => void told.push(progress) }));
    expect([...new Set(told.map(({ what }) => what))].filter((what) => tells.includes(what))).toEqual(tells);
    for (const what of tells) {
      const last = told.findLast((one) => one.what === what);
      expect(last?.done, what).toBe(last?.total);
    }
  });

  it.each(tells)('at its %s changes nothing, and is the same as ever when it is made again', async (at) => {
    const store = await filled();
    const before = await shownBy(store);
    const undisturbed = await bytesOf(ok(await make(store, {})).files);
    expect(undisturbed.length).toBeGreaterThan(1);
    const stop = new AbortController();
    const onProgress = ({ what }: Progress): void => void (what === at && stop.abort());
    expect(await make(store, { signal: stop.signal, onProgress })).toMatchObject({
      ok: false,
      code: 'cancelled',
    });
    expect(await shownBy(store)).toEqual(before);
    const again = await bytesOf(ok(await make(store, {})).files);
    expect(again.map((file, part) => file.equals(undisturbed[part] ?? Buffer.of()))).toEqual(
      undisturbed.map(() => true),
    );
  });
});
