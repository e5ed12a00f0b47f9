import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportSource } from '../../../lib/app/export/report-source.ts';
import { composePack } from '../../../lib/app/packs/compose-pack.ts';
import type { PackFacts } from '../../../lib/app/packs/pack-facts.ts';
import type { PackOrder } from '../../../lib/app/packs/pack-order.ts';
import { bytesOf, type PackPictures } from '../../../lib/app/packs/pack-pictures.ts';
import { readPictures } from '../../../lib/app/packs/read-pictures.ts';
import { flattenedSource } from '../../../lib/app/pictures/flat-source.ts';
import type { Drawing } from '../../../lib/domain/issue/drawing.ts';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import { sha256Hex } from '../../../lib/domain/ledger/chain.ts';
import type { Sha256Hex } from '../../../lib/domain/ledger/primitives.ts';
import { defaultChoices } from '../../../lib/export/model/choices.ts';
import { packFile } from '../../../lib/export/packs/pack-file.ts';
import { packMarkdown } from '../../../lib/export/packs/pack-markdown.ts';
import { packPlain } from '../../../lib/export/packs/pack-plain.ts';
import type { ReportSource } from '../../../lib/export/source.ts';
import { ACME, DIRECTORY, erpCapture, office } from '../../support/accounts.ts';
import { addedPicture, presentOf } from '../../support/evidence.ts';
import { complaintsAbout } from '../../support/html-check.ts';
import { PLAIN_ORDER, packFacts } from '../../support/packs.ts';
import { seedCaptureId, seedIssueId } from '../../support/seed.ts';
import { ok } from '../../support/storage.ts';
import { unpackInto } from '../../support/unpack.ts';
import { realPicture } from '../../unit/export/support.ts';

const [PLAIN, SECRET, ADDED, OTHER] = [1, 2, 3, 4].map((i) => realPicture(i)) as [
  ReturnType<typeof realPicture>,
  ReturnType<typeof realPicture>,
  ReturnType<typeof realPicture>,
  ReturnType<typeof realPicture>,
]; // as: four of them
const COPY = realPicture(9, 900);
const REDACTED: Drawing = {
  v: 1,
  width: 1280,
  height: 720,
  shapes: [{ type: 'redaction', id: 's1', x: 0, y: 0, width: 200, height: 100 }],
};
const SHARING = { choices: defaultChoices(), mask: null };
const FIRST = seedIssueId(1);
const signal = new AbortController().signal;

const desk = office();
let facts: PackFacts;
/** Which pictures were asked for. */
let asked: string[] = [];

function leaving(broken = false): ReportSource {
  const stored = reportSource(desk.store);
  const watched: ReportSource = {
    ...stored,
    pictures(hashes) {
      asked.push(...hashes);
      return stored.pictures(hashes);
    },
  };
  const draw = () =>
    broken
      ? Promise.reject(new Error('No canvas.'))
      : Promise.resolve({ blob: COPY.blob, width: 640, height: 360, mime: COPY.mime });
  return flattenedSource(watched, { strip: false, pictures: true }, draw);
}
const chosen = (ids = [FIRST], source = leaving()) => readPictures(source, ids, SHARING, signal);
const compose = (pictures: PackPictures, change: Partial<PackOrder> = {}) =>
  composePack(facts, { ...PLAIN_ORDER, pictured: new Set([FIRST]), ...change }, pictures);
async function single(pictures: PackPictures, change: Partial<PackOrder> = {}): Promise<string> {
  const made = await packFile(compose(pictures, change), bytesOf(pictures), 'pack');
  expect(made?.ending).toBe('html');
  return made?.blob.text() ?? '';
}

beforeAll(async () => {
  desk.profile.clock.ms = Date.parse('2026-03-20T12:00:00.000Z');
  ok(await desk.directory.saveAll(DIRECTORY));
  const capture = (i: number, issue: number, picture: ReturnType<typeof realPicture>): NewEntry => {
    const made = erpCapture(i, `2026-03-0${i}T09:00:00.000Z`);
    const body = { ...made.body, captureId: seedCaptureId(i), picture: presentOf(picture) };
    return { ...made, issueId: seedIssueId(issue), body };
  };
  ok(
    await desk.store.append(
      [
        capture(1, 1, PLAIN),
        capture(2, 1, SECRET),
        addedPicture(1, 1, ADDED),
        capture(3, 3, OTHER),
        {
          ...erpCapture(2, '2026-03-02T10:00:00.000Z'),
          kind: 'picture.annotated',
          issueId: FIRST,
          body: { pictureId: seedCaptureId(2), drawing: REDACTED },
        },
        {
          ...erpCapture(1, '2026-03-02T10:00:00.000Z'),
          kind: 'picture.captioned',
          issueId: FIRST,
          body: { pictureId: seedCaptureId(1), caption: '"><b>Empty</b> list' },
        },
      ] as NewEntry[], // as: frames of captures, with the body of their kind
      { blobs: [PLAIN, SECRET, ADDED, OTHER] },
    ),
  );
  await desk.follower.settled();
  facts = await packFacts(desk, { providerId: ACME.id });
}, 60_000);

/** The pictures of a report, decoded. */
function inside(html: string): { bytes: Uint8Array; alt: string; width: string }[] {
  return [
    ...html.matchAll(
      /<img src="data:image\/png;base64,([^"]+)" alt="([^"]*)" width="(\d+)" height="\d+"\/>/g,
    ),
  ].map(([, data = '', alt = '', width = '']) => ({ bytes: Buffer.from(data, 'base64'), alt, width }));
}

describe('pictures in a pack', () => {
  it('stand beside their issue in one file, with alt text, time and number, redacted ones only as their copy', async () => {
    const html = await single(await chosen());
    const shown = inside(html);
    expect(shown.map(({ bytes }) => sha256Hex(bytes))).toEqual([PLAIN.sha256, COPY.sha256, ADDED.sha256]);
    expect(shown.map(({ width }) => width)).toEqual(['1280', '640', '1280']);
    const key = facts.issues[0]?.shared?.key ?? '';
    for (const { alt } of shown) expect(alt).toMatch(new RegExp(`^Screenshot of ${key} “.+”, 2026-0`));
    expect(html).toContain(`Picture ${key}-1: &quot;>&lt;b>Empty&lt;/b> list`);
    expect(html).toMatch(/captured 2026-03-01 10:00:00 UTC\+01:00 · entry \d+ · 1280 × 720 · SHA-256 /);
    const chronology = html.indexOf('id="chronology-');
    expect(html.indexOf('<figure')).toBeGreaterThan(chronology);
    expect(html.lastIndexOf('<figure')).toBeLessThan(html.indexOf('id="annex-c"'));
    // Neither what was covered, nor its checksum.
    expect(html).not.toContain(SECRET.sha256);
    expect(html).not.toContain(
      Buffer.from(await SECRET.blob.arrayBuffer())
        .toString('base64')
        .slice(0, 300),
    );
    expect(html).toContain("img-src data:; style-src 'unsafe-inline'");
    expect(await complaintsAbout(html)).toEqual([]);
    expect(await single(await chosen())).toBe(html);
  });

  it('are those of the chosen issues, and nothing else is read', async () => {
    asked = [];
    const html = await single(await chosen());
    expect(new Set(asked)).toEqual(new Set([PLAIN.sha256, SECRET.sha256, ADDED.sha256]));
    expect(html).toContain('1 picture is not shown; annex C names it');
    asked = [];
    const none = await single(new Map(), { pictured: new Set() });
    expect(asked).toEqual([]);
    expect(none).not.toContain('<img');
    expect(none).toContain('4 pictures are not shown; annex C names them');
    // Of what is only covered when it leaves, the sum of the original is nowhere.
    expect(none).not.toContain(SECRET.sha256);
    expect(none).toContain(PLAIN.sha256);
    // Of what was read, but is not chosen any more, nothing is shown.
    expect(await single(await chosen(), { pictured: new Set() })).toBe(none);
    const out = await single(await chosen(), { leftOut: new Set([FIRST]) });
    expect(out).not.toContain('<img');
  });

  it('lie beside the report in a zip where they are too many for one file', async () => {
    const pictures = await chosen([FIRST, seedIssueId(3)]);
    const doc = compose(pictures, { pictured: new Set([FIRST, seedIssueId(3)]) });
    const total = PLAIN.bytes + COPY.bytes + ADDED.bytes + OTHER.bytes;
    const one = await packFile(doc, bytesOf(pictures), 'pack', total);
    expect(one?.ending).toBe('html');
    const made = await packFile(doc, bytesOf(pictures), 'pack', total - 1);
    expect(made?.ending).toBe('zip');
    const folder = mkdtempSync(join(tmpdir(), 'casebook-pack-'));
    try {
      await unpackInto(folder, made?.blob ?? new Blob());
      const html = readFileSync(join(folder, 'pack.html'), 'utf8');
      const named = [...html.matchAll(/<img src="(pictures\/[A-Za-z0-9-]+\.png)"/g)].map(
        ([, path = '']) => path,
      );
      expect(named).toHaveLength(4);
      expect(html).toContain("img-src 'self' data:");
      expect(html).not.toContain('base64');
      const sums = named.map((path) => sha256Hex(readFileSync(join(folder, path))));
      expect(sums).toEqual([PLAIN.sha256, COPY.sha256, ADDED.sha256, OTHER.sha256]);
      expect(readdirSync(join(folder, 'pictures'))).toHaveLength(4);
      expect(readdirSync(folder)).toEqual(['pack.html', 'pictures']);
      expect(await complaintsAbout(html)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const again = await packFile(doc, bytesOf(pictures), 'pack', 0);
    const bytesIn = async (file: typeof made) => new Uint8Array((await file?.blob.arrayBuffer()) ?? []);
    expect(await bytesIn(again)).toEqual(await bytesIn(made));
  });

  it('that cannot be drawn or read are named and not shown', async () => {
    const pictures = await chosen([FIRST], leaving(true));
    const html = await single(pictures);
    expect(inside(html).map(({ bytes }) => sha256Hex(bytes))).toEqual([PLAIN.sha256, ADDED.sha256]);
    expect(html).toMatch(/Picture [A-Z0-9]+-\d+-2 is recorded, but its file can no longer be read\./);
    expect(html).toContain('2 pictures are not shown; annex C names them');
  });

  it('that go missing between preview and export stop it: nothing leaves half', async () => {
    const pictures = await chosen();
    const gone = Object.assign(new Blob(['x']), {
      arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')),
    });
    const bytes = new Map(
      [...bytesOf(pictures)].map(([sha256, content]) => [sha256, { ...content, blob: gone }]),
    );
    expect(await packFile(compose(pictures), bytes, 'pack')).toBeNull();
  });

  it('are told in words where there is no place for them', async () => {
    const doc = compose(await chosen());
    for (const text of [packMarkdown(doc), packPlain(doc)])
      expect(text).toMatch(/Picture [A-Z0-9]+-\d+-2 \(captured 2026/);
    expect(packMarkdown(doc)).not.toMatch(/(?<!\\)<b>/);
  });

  it('stand in a pack about a single issue, too', async () => {
    const html = await single(await chosen(), { kind: 'issue', issueId: FIRST });
    expect(inside(html)).toHaveLength(3);
  });

  it('of two logs with one key for two issues keep apart', async () => {
    const source = leaving();
    const [one] = await source.issues([seedIssueId(3)]);
    const twin: ReportSource = {
      ...source,
      issues: async (ids) => ids.map((id) => (one == null ? null : { ...one, id })),
    };
    const read = await chosen([FIRST, seedIssueId(3)], twin);
    const files = [...read.values()].flat().map(({ file }) => file);
    expect(new Set(files).size).toBe(2);
    const hashes = new Set<Sha256Hex>(bytesOf(read).keys());
    expect(hashes).toEqual(new Set([OTHER.sha256]));
  });
});
