import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { STRINGS } from '../../support/corpus/strings.ts';
import { URLS } from '../../support/corpus/urls.ts';
import { launch } from '../../support/browser/launch.ts';
import { openWithOpenssl } from '../../support/openssl-zip.ts';
import { requireTools, runTool } from '../../support/stock-tools.ts';
import { unpackInto } from '../../support/unpack.ts';
import { expectNoBarrier } from './axe.ts';
import type { Bench } from './bench.ts';
import { expectWholeLog } from './chain.ts';
import { capturesOf, entriesOf } from './records.ts';
import { clearDownloads, downloaded, openLog, recordProblem } from './steps.ts';

/** Other bytes in the middle of a picture. */
function overwritten(zip: Buffer): Buffer {
  const changed = Buffer.from(zip);
  // The last mention before the directory at the end of the file stands right before the bytes themselves.
  const at = changed.lastIndexOf('pictures/', changed.indexOf('PK\u0001\u0002', 0, 'latin1')) + 400;
  return changed.fill(7, at, at + 100);
}

/** How many stored pictures have the bytes of their name. */
async function storedPictures(): Promise<Readonly<{ right: number; wrong: number }>> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((done, fail) => {
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () => fail(request.error));
    });
  const db = await answer(indexedDB.open('casebook'));
  const rows = await answer<{ sha256: string; blob: Blob }[]>(
    db.transaction('blobs').objectStore('blobs').getAll(),
  );
  db.close();
  const found = { right: 0, wrong: 0 };
  for (const { sha256, blob } of rows) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    found[hex === sha256 ? 'right' : 'wrong'] += 1;
  }
  return found;
}

export function backup(bench: () => Bench): void {
  describe('a backup', () => {
    it('brings everything back into an empty log', { timeout: 180_000 }, async () => {
      const { driver, reader } = bench();
      await recordProblem(bench(), '/colour?c=3366cc', 'Goes into the backup');
      const data = await openLog(driver, '/data');
      await data.click('button', 'Make a backup');
      await data.waitForText('was handed to your downloads', 30_000);
      const file = await downloaded(driver, /^casebook-backup.*\.zip$/);
      await data.waitForText('Last backup');
      await data.close();
      const before = await capturesOf(reader);

      const empty = await launch(driver.name);
      try {
        const page = await openLog(empty, '/data');
        // Somebody writes into the file after it was looked at: what was looked at is taken in, or nothing.
        const whole = readFileSync(file);
        utimesSync(file, new Date(), new Date(Date.now() - 60_000));
        await page.chooseFile(file);
        await page.waitForText('Issues in the file');
        writeFileSync(file, overwritten(whole));
        await page.click('button', /^Restore \d/);
        await page.waitForText(/restored/, 30_000);
        writeFileSync(file, whole);
        expect(await page.evaluate(storedPictures)).toEqual({ right: before.length, wrong: 0 });
        const after = await capturesOf(page);
        const ids = (captures: typeof after) => captures.map(({ captureId }) => captureId).toSorted();
        expect(ids(after)).toEqual(ids(before));
        await expectWholeLog(page);
        // A second time there is nothing to do.
        await page.reload();
        await page.chooseFile(file);
        await page.waitForText('There is nothing to restore');
        expect(await empty.complaints()).toEqual([]);
      } finally {
        await empty.close();
      }
    });
  });
}

/** What stands in the field whose label begins so. */
const valueOf = (label: string): string => {
  const of = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  return of?.control instanceof HTMLInputElement ? of.control.value : '';
};

const passwordAsked = (): boolean =>
  document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'password';

export function protectedBackup(bench: () => Bench): void {
  describe('a backup with a password', () => {
    it('opens with it only, in another program and here', { timeout: 120_000 }, async () => {
      const { driver } = bench();
      const name = /^casebook-backup.*_protected.*\.zip$/;
      // A second try meets what the first one saved.
      for (const old of readdirSync(driver.downloads).filter((file) => name.test(file)))
        rmSync(join(driver.downloads, old));
      await recordProblem(bench(), '/colour?c=33cc66', 'Goes out with a password');
      const data = await openLog(driver, '/data');
      await data.click('checkbox', 'Protect with a password');
      await data.click('button', 'Make a backup');
      await data.waitForText('Too short');
      await expectNoBarrier(data);
      await data.click('button', 'Suggest a password');
      const password = await data.evaluate(valueOf, 'Password');
      expect(password.length).toBeGreaterThan(30);
      await data.click('button', 'Make a backup');
      await data.waitForText('It opens only with the password', 30_000);
      const file = await downloaded(driver, name);
      const opened = openWithOpenssl(readFileSync(file), password);
      expect(opened.name).toBe('casebook.zip');
      expect(opened.bytes.toString('latin1', 0, 2)).toBe('PK');

      await data.chooseFile(file);
      await data.waitForText('has a password');
      await expectNoBarrier(data);
      await data.waitFor(passwordAsked);
      await data.type('not this one');
      await data.press('Enter');
      await data.waitForText('This password does not open the file');
      await data.waitFor(passwordAsked);
      await data.type(password);
      await data.press('Enter');
      await data.waitForText('There is nothing to restore');
      rmSync(file);
      await data.close();
    });
  });
}

/** What can come through an address bar and a keyboard; the rest of the corpus is fed to the formats in unit tests. */
const HOSTILE = [...STRINGS, ...URLS.map(({ id, input }) => ({ id, value: input }))].filter(
  ({ value }) => value.isWellFormed() && value.length < 2000 && !value.includes('\0'),
);

/** As it is typed: a line break would end the note. */
const typed = (value: string) => value.replace(/\s+/g, ' ').slice(0, 400);

/** What hostile texts set when they run; must stay undefined everywhere. */
const ran = () => (globalThis as { __xss?: unknown }).__xss !== undefined;

export function hostileTexts(bench: () => Bench): void {
  describe('hostile titles, addresses and notes', () => {
    it('are shown as text in the popup, the log and every export', { timeout: 600_000 }, async () => {
      const { driver, portal, reader } = bench();
      const before = portal.requests.length;
      for (const { id, value } of HOSTILE) {
        const tab = await driver.openPage(
          `${portal.origin}/echo?case=${id}&text=${encodeURIComponent(value)}`,
        );
        const popup = await driver.clickToolbar(tab);
        await popup.waitForText(/Recorded \d/);
        expect(await popup.evaluate(ran), id).toBe(false);
        await popup.type(`note ${id} ${typed(value)}`);
        await driver.dismissPopup();
        await tab.close();
      }
      const asked = portal.requests.slice(before).filter((path) => !path.startsWith('/echo'));
      expect(asked).toEqual([]);
      expect((await capturesOf(reader)).length).toBeGreaterThanOrEqual(HOSTILE.length);

      const log = await openLog(driver);
      await log.waitForText(String(HOSTILE.length));
      expect(await log.evaluate(ran)).toBe(false);
      const described = (await entriesOf(reader)).filter(({ kind }) => kind === 'issue.described');
      expect(described.length).toBeGreaterThanOrEqual(HOSTILE.length);
      for (const { issueId = '', json } of described) {
        const note = /note [SU]\w+ /.exec(json ?? '')?.[0];
        if (note === undefined) continue;
        await log.evaluate((id: string) => {
          location.hash = `#/log/${id}`;
        }, issueId);
        await log.waitFor(
          (wanted: string) => (document.querySelector('textarea')?.value ?? '').startsWith(wanted),
          [note],
        );
        expect(await log.evaluate(ran), note).toBe(false);
      }
      expect(
        await log.evaluate(
          () => document.querySelectorAll('iframe, object, embed, base, form[action]').length,
        ),
      ).toBe(0);
      await log.close();
      expect(portal.requests.slice(before).every((path) => path.startsWith('/echo'))).toBe(true);
    });

    it('stay text in the report, opened as a file', { timeout: 120_000 }, async () => {
      const { driver, portal } = bench();
      const data = await openLog(driver, '/data');
      await data.click('button', 'Export everything');
      await data.waitForText('What goes out');
      await data.click('radio', /^Report$/);
      await data.click('button', /^Export \d/);
      await data.waitForText('handed to your downloads', 60_000);
      const file = await downloaded(driver, /^casebook.*\.html$/);
      const html = readFileSync(file, 'utf8');
      expect(html).toContain('Content-Security-Policy');
      expect(html.match(/<script/gi)).toBeNull();
      const before = portal.requests.length;
      const tab = await driver.openPage(pathToFileURL(file).href);
      expect(await tab.evaluate(ran)).toBe(false);
      expect(await tab.evaluate(() => document.body.innerText.length)).toBeGreaterThan(500);
      const active = await tab.evaluate(
        () =>
          document.querySelectorAll(
            'script, iframe, object, embed, base, form, link[href^=http], img[src^=http]',
          ).length,
      );
      expect(active).toBe(0);
      expect(portal.requests.length).toBe(before);
      await tab.close();
      await data.close();
    });

    it.each([
      ['Everything, zipped', /^casebook.*\.zip$/],
      ['Table', /^casebook.*\.csv$/],
      ['Text', /^casebook.*\.md$/],
      ['Data', /^casebook.*\.json$/],
      ['Jira', /^casebook.*_jira\.zip$/],
    ])('leave as %s', async (name, file) => {
      const { driver } = bench();
      const data = await openLog(driver, '/data');
      await data.click('button', 'Export everything');
      await data.waitForText('What goes out');
      await data.click('radio', new RegExp(`^${name}$`));
      if (name === 'Jira') await expectNoBarrier(data);
      await data.click('button', /^Export \d/);
      await data.waitForText('handed to your downloads', 60_000);
      const path = await downloaded(driver, file);
      const bytes = readFileSync(path);
      expect(bytes.length).toBeGreaterThan(1000);
      if (path.endsWith('.json')) {
        const text = JSON.stringify(JSON.parse(bytes.toString('utf8')));
        // Literally, letter for letter: what was typed is what the provider reads.
        for (const { id, value } of STRINGS.filter((one) => ['S1', 'S2', 'S3', 'S4', 'S5'].includes(one.id)))
          expect(text).toContain(JSON.stringify(`note ${id} ${typed(value)}`).slice(1, -1));
      }
      if (name === 'Jira') {
        const table = await fileIn(path, 'jira-issues-001.csv');
        expect(table.split('\r\n')[0]).toContain('"Summary","Issue Type","Description"');
        expect(table).toContain('note S11');
      }
      rmSync(path);
      await data.close();
    });
  });
}

/** The text of a file of an archive. */
async function fileIn(archive: string, name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-target-'));
  try {
    await unpackInto(folder, new Blob([readFileSync(archive)]));
    return readFileSync(join(folder, name), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An evidence pack of everything: what verify.sh says of it, and the fingerprint that the dialog shows. */
async function packOfAll({ driver }: Bench): Promise<Readonly<{ key: string; said: string; code: number }>> {
  clearDownloads(driver);
  const data = await openLog(driver, '/data');
  // Right after a start the welcome page may take this tab.
  await data.waitFor(() => {
    if (location.hash !== '#/data') location.hash = '#/data';
    return document.body.innerText.includes('Export everything');
  });
  await data.click('button', 'Export everything');
  await data.waitForText('What goes out');
  await data.click('radio', /^Evidence pack$/);
  await data.click('button', /^Export \d/);
  await data.waitForText('handed to your downloads', 60_000);
  const key = /Signed with the key (SHA256:[A-Za-z0-9+/]{43})\./.exec(await data.text())?.[1] ?? '';
  // A killed Firefox may begin its last download again, in vain, and keep the name with an empty file.
  const path = await downloaded(driver, /^casebook.*_evidence(?: ?\(\d+\))?\.zip$/);
  const folder = mkdtempSync(join(tmpdir(), 'casebook-pack-'));
  try {
    await unpackInto(folder, new Blob([readFileSync(path)]));
    return { key, ...runTool(folder, 'sh', ['verify.sh']) };
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(path);
    await data.close();
  }
}

export function evidencePack(bench: () => Bench): void {
  describe('an evidence pack', () => {
    it(
      'verifies with programs of others, and is signed with the same key after the browser was killed',
      { timeout: 180_000 },
      async () => {
        requireTools(['sh', 'sha256sum', 'ssh-keygen', 'openssl']);
        const first = await packOfAll(bench());
        expect(first.said).toContain('Everything that was checked holds.');
        expect(first.said).toContain(`Good "casebook" signature for reporter with ED25519 key ${first.key}`);
        expect(first.code).toBe(0);
        await bench().driver.kill9();
        // Started anew, an unpacked extension may count as new: its welcome page comes into the tab of ours that is open.
        const own = await openLog(bench().driver, '/log');
        await own.waitFor(() => location.hash === '#/welcome', [], 5000).catch(() => undefined);
        await own.close();
        const second = await packOfAll(bench());
        expect(second).toMatchObject({ key: first.key, code: 0 });
      },
    );
  });
}

export function damagedBackup(bench: () => Bench): void {
  describe('a file that is no backup', () => {
    it('is refused in one sentence and changes nothing', async () => {
      const { driver, reader } = bench();
      const before = (await entriesOf(reader)).length;
      const file = join(driver.profile, 'not-a-backup.zip');
      writeFileSync(file, 'PK\u0003\u0004 cut off');
      const data = await openLog(driver, '/data');
      await data.chooseFile(file);
      await data.waitForText(/cut off or damaged|not a backup/);
      expect((await entriesOf(reader)).length).toBe(before);
      await data.close();
    });
  });
}
