import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldGroup, ShareOptions } from '../../../lib/app/export/export-service.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { makeCapture, makeDescription, seedIssueId } from '../../support/seed.ts';
import { requireTools } from '../../support/stock-tools.ts';
import { ok } from '../../support/storage.ts';
import {
  all,
  manifestOf,
  NOTHING,
  openssl,
  OPTIONS,
  own,
  packOf,
  script,
  SECRET_NOTE,
  seeded,
  serviceOf,
  ssh,
  sum,
  sums,
  text,
  throwAway,
  unpacked,
  WITHDRAWN,
} from './pack-support.ts';
import type { Made } from './pack-support.ts';

let store: Store;
let pack: Made;

beforeAll(async () => {
  requireTools(['sha256sum', 'ssh-keygen', 'openssl', 'bash', 'sh']);
  store = await seeded(1);
  pack = await packOf(store);
});
afterAll(throwAway);

describe('an evidence pack', () => {
  it('is found to be whole by programs of others', () => {
    const { folder } = pack;
    expect(pack.fileName).toMatch(/^casebook_.*_evidence\.zip$/);
    expect(sums(folder).code).toBe(0);
    expect(ssh(folder)).toMatchObject({ code: 0, said: expect.stringMatching(/^Good "casebook" signature/) });
    expect(openssl(folder).code).toBe(0);
    const checked = script(folder);
    expect(checked.said).toContain('Everything that was checked holds.');
    expect(checked.said).not.toContain('FAILED');
    expect(checked.code).toBe(0);
  });

  it('holds what its list of contents says, in safe names', () => {
    const files = all(pack.folder);
    expect(files.every((path) => /^[A-Za-z0-9._/-]+$/.test(path))).toBe(true);
    for (const path of ['VERIFY.txt', 'verify.sh', 'verify.ps1', 'report.html', 'report.md', 'issues.csv'])
      expect(files).toContain(path);
    expect(files.filter((path) => path.startsWith('screenshots/'))).toHaveLength(1);
    expect(text(pack.folder, 'report.html')).toContain('screenshots/');
    const { ledger, included, redacted, withheld, deleted, length } = own(pack.folder);
    expect([...included, ...redacted, ...withheld, ...deleted].sort((a, b) => a - b)).toEqual(
      Array.from({ length }, (_, index) => index + 1),
    );
    const names = (folder: string, numbers: readonly number[]) =>
      numbers.map((n) => `${folder}/${ledger}/${String(n).padStart(6, '0')}.json`);
    expect(files.filter((path) => path.startsWith('records/'))).toEqual(names('records', included).sort());
    expect(files.filter((path) => /^derived\/[^s]/.test(path))).toEqual(names('derived', redacted).sort());
    expect(deleted.length).toBeGreaterThan(0);
    const manifest = text(pack.folder, 'manifest.json');
    expect(canonicalize(JSON.parse(manifest))).toBe(manifest);
  });

  it('holds entries byte for byte as they were written', async () => {
    const { ledger, included } = own(pack.folder);
    const lines = await store.entries((await store.own()).ledger, 1, 100);
    for (const n of included) {
      const line = lines.find((one) => one.n === n);
      expect(text(pack.folder, `records/${ledger}/${String(n).padStart(6, '0')}.json`)).toBe(line?.json);
    }
    expect(included.length).toBeGreaterThan(4);
  });

  it('says nothing internal, and nothing that was replaced since', () => {
    for (const path of all(pack.folder)) {
      const bytes = readFileSync(join(pack.folder, path), 'latin1');
      expect(bytes, path).not.toContain(SECRET_NOTE);
      expect(bytes, path).not.toContain(WITHDRAWN);
    }
    expect(own(pack.folder).withheld.length).toBeGreaterThan(1);
  });

  it.each<[string, Partial<ShareOptions>]>([
    ['environment', { groups: new Set<FieldGroup>(['environment']) }],
    ['requests', { groups: new Set<FieldGroup>(['requests']) }],
    ['pictures', { groups: new Set<FieldGroup>(['pictures']) }],
    ['history', { groups: new Set<FieldGroup>(['history']) }],
    ['address-query', { groups: new Set<FieldGroup>(['address-query']) }],
    ['personal data', { maskPersonal: true }],
  ])('an entry of which %s was left out is nowhere but as its reduced copy', async (name, options) => {
    const { folder } = await packOf(store, options);
    expect(script(folder).code).toBe(0);
    const { ledger, included, redacted } = own(folder);
    const lines = await store.entries((await store.own()).ledger, 1, 100);
    const records = included.map((n) => text(folder, `records/${ledger}/${String(n).padStart(6, '0')}.json`));
    const captures = records.filter((json) => json.includes('"kind":"occurrence.captured"'));
    if (['environment', 'requests', 'pictures'].includes(name)) {
      expect(redacted.length).toBeGreaterThan(0);
      // Both captures have an environment and requests; one has a picture.
      expect(captures).toHaveLength(name === 'pictures' ? 1 : 0);
    }
    if (name === 'pictures') expect(all(folder).some((path) => path.includes('screenshots/'))).toBe(false);
    if (name === 'personal data') {
      for (const path of all(folder))
        expect(readFileSync(join(folder, path), 'latin1')).not.toContain('bob@example.org');
      expect(redacted.length).toBeGreaterThan(0);
    }
    // None of the withheld lines stands anywhere.
    for (const line of lines) {
      if (line.json === null || included.includes(line.n)) continue;
      for (const path of all(folder).filter((one) => one.endsWith('.json')))
        expect(text(folder, path)).not.toContain(line.json);
    }
  });

  it('discloses what a part of the log leaves out, and still verifies', async () => {
    const { folder } = await packOf(store, {}, { issues: new Set([seedIssueId(2)]), pictures: new Set() });
    expect(script(folder).code).toBe(0);
    const { withheld, included } = own(folder);
    expect(withheld.length).toBeGreaterThan(own(pack.folder).withheld.length);
    expect(included.length).toBeLessThan(own(pack.folder).included.length);
    expect(text(folder, `chains/${own(folder).ledger}.txt`)).toBe(
      text(pack.folder, `chains/${own(pack.folder).ledger}.txt`),
    );
  });

  it('is the same again, byte for byte, from the same log at the same time', async () => {
    const again = await packOf(store);
    expect(sum(new Uint8Array(await again.blob.arrayBuffer()))).toBe(
      sum(new Uint8Array(await pack.blob.arrayBuffer())),
    );
  });

  it('is signed with the key of the profile, and every profile has another', async () => {
    const other = await packOf(await seeded(2));
    expect(script(other.folder).code).toBe(0);
    const [mine, theirs] = [manifestOf(pack.folder).keyFingerprint, manifestOf(other.folder).keyFingerprint];
    expect(mine).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
    expect(theirs).not.toBe(mine);
    expect(text(pack.folder, 'VERIFY.txt')).toContain(mine);
    expect(ssh(pack.folder).said).toContain(mine);
  });

  it('says that it is not signed where the browser cannot', async () => {
    const unsigned: Store = { ...store, signingKey: async () => null };
    const { folder } = await packOf(unsigned);
    expect(existsSync(join(folder, 'SHA256SUMS.sshsig'))).toBe(false);
    expect(text(folder, 'VERIFY.txt')).toContain('This pack is not signed');
    expect(script(folder)).toMatchObject({
      code: 0,
      said: expect.stringContaining('This pack is not signed'),
    });
  });

  it('of a later time extends the earlier one', async () => {
    const grown = await seeded(3);
    const exports = serviceOf(grown);
    const preview = ok(await exports.preview({ kind: 'all' }, OPTIONS, {})).preview;
    const order = { preview, taken: NOTHING, formats: ['evidence'], language: 'en' } as const;
    const first = ok(await exports.run(order, {}));
    expect(await exports.deliver(first, order.formats)).toBe(true);
    const before = own(await unpacked(first.blob));
    ok(await grown.append(makeDescription(2)));
    const after = await packOf(grown);
    expect(script(after.folder).code).toBe(0);
    expect(own(after.folder).previousExport).toEqual({ n: before.length, link: before.head });
    const lines = text(after.folder, `chains/${before.ledger}.txt`).split('\n');
    expect(lines[before.length - 1]).toMatch(new RegExp(`^${before.length} [0-9a-f]{64} ${before.head}$`));
  });

  it('made while the preview is looked at is the same, and is made anew once the log has grown', async () => {
    const log = await seeded(5);
    const exports = serviceOf(log);
    const { preview } = ok(await exports.preview({ kind: 'all' }, OPTIONS, {}));
    const order = { preview, taken: NOTHING, formats: ['evidence'], language: 'en' } as const;
    const bytes = async () => Buffer.from(await ok(await exports.run(order, {})).blob.arrayBuffer());
    const asked = await bytes();
    exports.ahead(order);
    expect((await bytes()).equals(asked)).toBe(true);
    exports.ahead(order);
    ok(await log.append(makeCapture(50)));
    const grown = ok(await exports.run(order, {}));
    expect(own(await unpacked(grown.blob)).length).toBe((await log.own()).n);
  });

  it('is refused when the log itself does not hold together', async () => {
    const line = { ledger: (await store.own()).ledger, from: 3 };
    const broken: Store = {
      ...store,
      entries: async (ledger, fromN, limit) =>
        (await store.entries(ledger, fromN, limit)).map((one) =>
          one.ledger === line.ledger && one.n === line.from && one.json !== null
            ? { ...one, json: one.json.replace('Europe/Berlin', 'Europe/Vienna') }
            : one,
        ),
    };
    const exports = serviceOf(broken);
    const preview = ok(await exports.preview({ kind: 'all' }, OPTIONS, {})).preview;
    const result = await exports.run({ preview, taken: NOTHING, formats: ['evidence'], language: 'en' }, {});
    expect(result).toMatchObject({ ok: false, code: 'log-damaged' });
  });
});
