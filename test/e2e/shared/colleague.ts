import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { occurrenceCaptured } from '../../../lib/domain/issue/bodies.ts';
import { backupsOf } from '../../support/backups.ts';
import { makeCapture } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { expectNoBarrier } from './axe.ts';
import type { Bench } from './bench.ts';
import { expectWholeLog } from './chain.ts';
import { entriesOf } from './records.ts';
import type { Captured } from './records.ts';
import { openLog, recordProblem } from './steps.ts';

/** A backup of somebody else's log, in which the same page fails. */
async function theirBackup(seen: Captured): Promise<Blob> {
  // Another log with other issues each time: a second try meets what the first one left.
  const seed = randomInt(1, 50_000);
  const profile = testProfile(seed);
  const store = profile.store();
  const { shape } = occurrenceCaptured;
  const body = { page: shape.page.parse(seen.page), evidence: shape.evidence.parse(seen.evidence) };
  ok(await store.append([makeCapture(seed, { body }), makeCapture(seed + 1)]));
  const made = await backupsOf(store, { now: () => new Date(profile.clock.ms) }).make('en', {});
  return ok(made).blob;
}

const theirReply = (sent: Date): string =>
  [
    'From: Support <support@provider.example>',
    'To: anna@example.org',
    `Date: ${sent.toUTCString()}`,
    'Subject: Re: [#4711] The order list stays empty',
    'Message-ID: <4711@provider.example>',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'We restarted the order service.',
    '',
  ].join('\r\n');

export function colleague(bench: () => Bench): void {
  describe("a colleague's log", () => {
    it(
      'is taken in, shows who else saw an issue, and is taken back as a whole; a reply becomes a line',
      { timeout: 120_000 },
      async () => {
        const { driver } = bench();
        const seen = await recordProblem(
          bench(),
          `/colour?c=${randomInt(0x100000, 0x1000000).toString(16)}`,
          'The order list stays empty',
        );
        const entry = (await entriesOf(bench().reader)).find(({ json }) => json?.includes(seen.captureId));
        const folder = mkdtempSync(join(tmpdir(), 'casebook-colleague-'));
        try {
          const file = join(folder, 'casebook-backup_colleague.zip');
          writeFileSync(file, new Uint8Array(await (await theirBackup(seen)).arrayBuffer()));
          const data = await openLog(driver, '/data');
          await data.chooseFile(file);
          await data.waitForText('New entries');
          await expectNoBarrier(data);
          await data.click('button', /^Restore \d/);
          await data.waitForText(/were restored/, 30_000);

          const log = await openLog(driver, `/log/${entry?.issueId ?? ''}`);
          await log.waitForText('seen by others (log');
          await log.click('button', /^Join with/);
          await log.waitForText('Who saw it');
          await log.waitForText('This log');
          await expectNoBarrier(log);

          const mail = join(folder, 'reply.eml');
          writeFileSync(mail, theirReply(new Date(Date.now() - 3_600_000)));
          await log.chooseFile(mail);
          await log.waitForText('This will be written');
          await expectNoBarrier(log);
          await log.click('button', 'Write into the timeline');
          await log.waitForText('The mail is in the timeline');
          await log.waitForText('We restarted the order service.');

          await data.bringToFront();
          await data.click('button', /^Take back what came/);
          await data.waitForText('leave this log');
          await expectNoBarrier(data);
          await data.click('button', /^Take back$/);
          await data.waitForText('taken back.', 30_000);
          await expectWholeLog(data);
          await log.bringToFront();
          await log.waitFor(() => !document.body.innerText.includes('Who saw it'));
          await log.waitForText('We restarted the order service.');
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      },
    );
  });
}
