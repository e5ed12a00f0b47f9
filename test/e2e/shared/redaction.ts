import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/lib/setup.mjs';
import { bundle } from '../../support/bundle.ts';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import type { Burnt, Sampled } from '../../support/lab/picture-lab.ts';
import type { Bench } from './bench.ts';
import { ALLOWED_PARTS, streamsOf } from './image-streams.ts';
import { bodyOf, entriesOf } from './records.ts';
import { openLog, recordProblem } from './steps.ts';

let script = '';

/** Calls a function of test/support/lab/picture-lab.ts in a page of the extension. */
async function inLab(page: ExtensionPage, call: string): Promise<unknown> {
  await page.run(script);
  return page.run(`casebookPictures.${call}`);
}

function loadLab(): void {
  beforeAll(async () => {
    script = await bundle(join(ROOT, 'test/support/lab/picture-lab.ts'), 'casebookPictures');
  });
}

const BOX = { x: 101, y: 67, width: 180, height: 46 };
const MIMES = ['image/png', 'image/jpeg', 'image/webp'] as const;
const redacted = (crop?: typeof BOX) =>
  JSON.stringify({
    v: 1,
    width: 420,
    height: 240,
    ...(crop ? { crop } : {}),
    shapes: [
      { type: 'redaction', id: 's1', ...BOX },
      // A mark over the same place must not uncover it.
      { type: 'box', id: 's2', ...BOX, colour: 'yellow', stroke: 6 },
      { type: 'text', id: 's3', x: 110, y: 70, text: 'Here', size: 24, colour: 'white' },
    ],
  });

/** A lossy format lets a neighbour of the box ring into it; by no more than this. */
const RINGING = 40;
/**
 * A lossy WebP tells of everything in it everywhere: each block is predicted from those before it, with steps chosen for
 * the whole picture, so that what is rounded differs (decision 21). As measured at quality 0.92 with two secrets that
 * differ in form, brightness and colour.
 */
const TRACES = 24;

/** Its sides lie within blocks of colour of 32 pixels, so that what is in it colours pixels far beside it. */
const ACROSS_BLOCKS = { x: 117, y: 67, width: 150, height: 46 };

export function burntIn(bench: () => Bench): void {
  describe('a redaction in the file that leaves', () => {
    loadLab();

    it.each(MIMES)('leaves nothing of what it covers: %s', async (mime) => {
      const found = await inLab(bench().reader, `burn('${mime}', ${JSON.stringify(BOX)}, ${redacted()})`);
      const burnt = found as Burnt; // as: what that function of the lab returns
      expect(burnt.mime).toBe(mime);
      expect([burnt.width, burnt.height]).toEqual([420, 240]);
      expect(burnt.deepInside).toBeLessThanOrEqual(mime === 'image/png' ? 0 : 2);
      expect(burnt.inside).toBeLessThanOrEqual(mime === 'image/png' ? 0 : RINGING);
      const file = Buffer.from(burnt.bytes);
      // Whatever lay under the box, the same file comes out, to the last byte: of no format does the encoder see it.
      const [one, two] = burnt.exact.map((bytes) => Buffer.from(bytes));
      expect(one?.equals(two ?? Buffer.of())).toBe(true);
      // Nor does what a secret in colour had spread around itself when the picture was taken, but for the noise that a
      // lossy WebP came with.
      if (mime === 'image/webp') {
        expect(burnt.left.within).toBeLessThanOrEqual(TRACES);
        expect(burnt.left.beside).toBeLessThanOrEqual(TRACES);
      } else {
        expect(burnt.given.beside).toBe(0);
        expect(Buffer.from(burnt.other).equals(file)).toBe(true);
      }
      const { parts, trailing } = streamsOf(file);
      expect(trailing).toBe(0);
      expect(parts.filter((part) => !ALLOWED_PARTS.test(part))).toEqual([]);
      expect(parts.filter((part) => /^(?:IHDR|SOF\d+|VP8.)$/.test(part))).toHaveLength(1);
      if (mime === 'image/png') {
        const { width, data } = PNG.sync.read(file);
        for (let y = BOX.y; y < BOX.y + BOX.height; y += 1)
          for (let x = BOX.x; x < BOX.x + BOX.width; x += 1)
            expect([...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)]).toEqual([0, 0, 0, 255]);
      }
    });

    it.each([
      ['4:4:4', 1, 1],
      ['4:2:2', 2, 1],
      ['4:2:0', 2, 2],
      ['4:1:1', 4, 1],
      ['4:1:0', 4, 2],
    ])('leaves nothing of a colour that a JPEG spreads over a block: %s', async (_, across, down) => {
      const shapes = [{ type: 'redaction', id: 's1', ...ACROSS_BLOCKS }];
      const drawing = JSON.stringify({ v: 1, width: 420, height: 240, shapes });
      const call = `burnSampled(${across}, ${down}, ${JSON.stringify(ACROSS_BLOCKS)}, ${drawing})`;
      const { spread, files } = (await inLab(bench().reader, call)) as Sampled; // as: what that function of the lab returns
      if (across > 2) expect(spread).toBeGreaterThan(20);
      else expect(spread).toBe(0);
      expect(Buffer.from(files[0]).equals(Buffer.from(files[1]))).toBe(true);
    });

    it.each(MIMES)('is still black where a crop cuts through it: %s', async (mime) => {
      const crop = { x: 140, y: 80, width: 200, height: 100 };
      const found = await inLab(bench().reader, `burn('${mime}', ${JSON.stringify(BOX)}, ${redacted(crop)})`);
      const burnt = found as Burnt; // as: what that function of the lab returns
      expect([burnt.width, burnt.height]).toEqual([200, 100]);
      expect(burnt.inside).toBeLessThanOrEqual(mime === 'image/png' ? 0 : RINGING);
      const [one, two] = burnt.exact.map((bytes) => Buffer.from(bytes));
      expect(one?.equals(two ?? Buffer.of())).toBe(true);
      if (mime !== 'image/webp') expect(Buffer.from(burnt.other).equals(Buffer.from(burnt.bytes))).toBe(true);
    });
  });
}

/** Files of the profile that hold these bytes. */
function filesWith(profile: string, bytes: Buffer): string[] {
  return readdirSync(profile, { recursive: true, encoding: 'utf8' }).filter((name) => {
    try {
      const path = join(profile, name);
      return statSync(path).isFile() && readFileSync(path).includes(bytes);
    } catch {
      return false; // Gone between listing and reading.
    }
  });
}

/** The background may have looked at the picture; it ends half a minute after its last event. */
const GONE_WITHIN = 60_000;

export function removedForGood(bench: () => Bench): void {
  describe('after “Remove original”', () => {
    loadLab();

    it.each(MIMES)(
      'the bytes of the original are nowhere in the profile: %s',
      { timeout: 150_000 },
      async (mime) => {
        const { driver, reader } = bench();
        const { key } = await recordProblem(bench(), `/colour?c=2a7f3b&for=${mime.slice(6)}`);
        const issueId = (await entriesOf(reader)).findLast(
          (entry) => entry.kind === 'occurrence.captured' && bodyOf(entry)['key'] === key,
        )?.issueId;
        const text = `casebook-canary-${mime.slice(6)}-${'x'.repeat(20)}`;
        const found = await inLab(
          reader,
          `plant(${JSON.stringify(issueId)}, '${mime}', ${JSON.stringify(text)})`,
        );
        const bytes = Buffer.from(found as number[]); // as: what that function of the lab returns
        expect(bytes).toHaveLength(64);
        for (const pattern of [bytes, Buffer.from(text)])
          await expect
            .poll(() => filesWith(driver.profile, pattern).length, { timeout: 20_000 })
            .toBeGreaterThan(0);

        const log = await openLog(driver, `/log/${issueId}`);
        await log.click('button', /Planted/);
        await log.click('button', 'Mark up or redact');
        await log.focus('application', 'Picture with its marks');
        await log.press('r');
        await log.press('Enter');
        await log.click('button', 'Remove original');
        await log.waitForText('The untouched picture is deleted');
        await log.click('button', /^Remove original$/);
        await log.waitForText('removed for good', 20_000);
        for (const pattern of [bytes, Buffer.from(text)]) {
          await expect
            .poll(() => filesWith(driver.profile, pattern), { timeout: GONE_WITHIN, interval: 500 })
            .toEqual([]);
        }
        const said = (await entriesOf(reader)).filter(
          (entry) => entry.kind === 'picture.original_removed' && entry.issueId === issueId,
        );
        expect(said).toHaveLength(1);
        // What is left can be looked at, and there is no second original to remove.
        await log.waitForElement('img', /Planted/);
        await log.click('button', 'Mark up or redact');
        await log.waitForElement('button', 'Save marks');
        expect(await log.has('button', 'Remove original')).toBe(false);
        await new Promise((next) => setTimeout(next, 500));
        await log.close();
      },
    );
  });
}
