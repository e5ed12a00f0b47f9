import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createExportService } from '../../../lib/app/export/export-service.ts';
import type { ExportService, ShareOptions, Taken } from '../../../lib/app/export/export-service.ts';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { makeCapture, makeDescription, seedIssueId, withPicture } from '../../support/seed.ts';
import { runTool } from '../../support/stock-tools.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { unpackInto } from '../../support/unpack.ts';
import { common, event, realPicture } from '../../unit/export/support.ts';

export const SECRET_NOTE = 'what nobody outside may read';
export const WITHDRAWN = 'the first wording, taken back';

const root = mkdtempSync(join(tmpdir(), 'casebook-pack-'));
let packs = 0;

export function serviceOf(store: Store): ExportService {
  return createExportService({
    store,
    now: () => new Date('2026-11-28T12:00:00.000Z'),
    zone: () => 'Europe/Berlin',
    version: '0.1.0',
    maskPersonal: async () => (text) => text.replaceAll('bob@example.org', '[e-mail]'),
    download: () => undefined,
  });
}

export const OPTIONS: ShareOptions = { groups: new Set(), maskPersonal: false, strip: false };
export const NOTHING: Taken = { issues: new Set(), pictures: new Set() };

export type Made = Readonly<{ folder: string; blob: Blob; fileName: string }>;

export async function packOf(
  store: Store,
  options: Partial<ShareOptions> = {},
  taken: Taken = NOTHING,
): Promise<Made> {
  const exports = serviceOf(store);
  const seen = ok(await exports.preview({ kind: 'all' }, { ...OPTIONS, ...options }, {}));
  const order = { preview: seen.preview, taken, formats: ['evidence'], language: 'en' } as const;
  const made = ok(await exports.run(order, {}));
  return { folder: await unpacked(made.blob), blob: made.blob, fileName: made.fileName };
}

export async function unpacked(blob: Blob): Promise<string> {
  const folder = join(root, String((packs += 1)));
  await unpackInto(folder, blob);
  return folder;
}

export function copied(folder: string): string {
  const copy = join(root, String((packs += 1)));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

export const text = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
export const all = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .sort();
export const sum = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
export const script = (folder: string) => runTool(folder, 'sh', ['verify.sh']);
export const ssh = (folder: string) =>
  runTool(folder, 'sh', [
    '-c',
    'ssh-keygen -Y verify -f allowed_signers -I reporter -n casebook -s SHA256SUMS.sshsig < SHA256SUMS',
  ]);
export const openssl = (folder: string) =>
  runTool(folder, 'sh', [
    '-c',
    'openssl pkeyutl -verify -pubin -inkey signing-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig',
  ]);
export const sums = (folder: string) => runTool(folder, 'sha256sum', ['-c', '--strict', 'SHA256SUMS']);

/** Writes the checksums anew, as somebody would who hopes that nobody looks further. */
export function fixSums(folder: string): void {
  const lines = text(folder, 'SHA256SUMS')
    .split('\n')
    .filter((line) => line !== '' && existsSync(join(folder, line.slice(66))))
    .map((line) => `${sum(readFileSync(join(folder, line.slice(66))))}  ${line.slice(66)}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
}

type Manifest = Readonly<{
  keyFingerprint: string | null;
  ledgers: readonly Readonly<{
    ledger: string;
    length: number;
    head: string;
    included: number[];
    redacted: number[];
    withheld: number[];
    deleted: number[];
    previousExport: Readonly<{ n: number; link: string }> | null;
  }>[];
}>;
export const manifestOf = (folder: string): Manifest => JSON.parse(text(folder, 'manifest.json'));
export const own = (folder: string) => {
  const [first] = manifestOf(folder).ledgers;
  if (!first) throw new Error('The pack has no ledger.');
  return first;
};

const titled = (title: string): NewEntry => ({
  ...common,
  kind: 'issue.titled',
  at: makeCapture(1).at,
  issueId: seedIssueId(1),
  body: { title },
});

export async function seeded(seed: number): Promise<Store> {
  const store = testProfile(seed).store();
  const picture = realPicture(1, 3000);
  ok(await store.append(withPicture(1, picture), { blobs: [picture] }));
  ok(
    await store.append([
      titled(WITHDRAWN),
      titled('The invoice list is empty, says bob@example.org'),
      makeDescription(1),
      event(1, '2026-03-02T10:00:00.000Z', { event: 'reported', visibility: 'shared', ticket: 'T-1' }),
      event(1, '2026-03-02T11:00:00.000Z', { event: 'note', visibility: 'internal', text: SECRET_NOTE }),
    ]),
  );
  // Something of the directory that looks, in its text, like an entry about the ledger itself.
  const lookalike = { id: 'p-1', kind: 'ledger.started', name: SECRET_NOTE };
  ok(
    await store.append({
      ...common,
      kind: 'provider.saved',
      at: makeCapture(1).at,
      body: { value: lookalike },
    }),
  );
  ok(await store.append([makeCapture(2), makeDescription(2), makeCapture(3)]));
  ok(await store.purge([seedIssueId(3)]));
  return store;
}

export const throwAway = (): void => rmSync(root, { recursive: true, force: true });
