import { describe, expect, it, vi } from 'vitest';
import { createPictureService } from '../../../lib/app/pictures/picture-service.ts';
import { flattenedSource } from '../../../lib/app/pictures/flat-source.ts';
import { stripOf } from '../../../lib/app/pictures/strip-facts.ts';
import type { Drawing } from '../../../lib/domain/issue/drawing.ts';
import { foldIssue } from '../../../lib/domain/issue/fold.ts';
import type { Issue } from '../../../lib/domain/issue/issue.ts';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import type { ReportSource } from '../../../lib/export/source.ts';
import { entryOf, ISSUE, occurrence, uuid } from '../../support/domain-entries.ts';

const NOW = new Date('2026-11-23T13:02:05.000Z');
const PICTURE = uuid(0xca0001);
const EMPTY: Drawing = { v: 1, width: 2, height: 2, shapes: [] };
const REDACTED: Drawing = {
  ...EMPTY,
  shapes: [{ type: 'redaction', id: 's1', x: 0, y: 0, width: 2, height: 2 }],
};
const text = (words: string): Drawing['shapes'][number] => ({
  type: 'text',
  id: 's2',
  x: 0,
  y: 0,
  text: words,
  size: 20,
  colour: 'red',
});

function issueWith(drawing: Drawing | null): Issue {
  const entries = [occurrence({ n: 1, picture: 'a' })];
  if (drawing !== null)
    entries.push(entryOf({ kind: 'picture.annotated', n: 2, body: { pictureId: PICTURE, drawing } }));
  const issue = foldIssue(entries, []);
  if (!issue) throw new Error('The entries make no issue.');
  return issue;
}

function service(blob: Blob | null = new Blob(['x'])) {
  const written: NewEntry[] = [];
  const pictures = createPictureService({
    store: {
      append: vi.fn(async (entry: NewEntry | readonly NewEntry[]) => {
        written.push(...[entry].flat());
        return { ok: true as const, entries: [], duplicate: false };
      }),
      picture: async (sha256) =>
        blob === null ? { missing: true } : { sha256, crc32: 1, bytes: 1, mime: 'image/jpeg', blob },
    },
    now: () => NOW,
    zone: () => 'Europe/Berlin',
    scrub: async (value) => ({
      value: value.replace('hunter2', '[masked]'),
      masked: value.includes('hunter2') ? 1 : 0,
    }),
  });
  const [picture] = issueWith(null).pictures;
  if (!picture) throw new Error('The issue has no picture.');
  return { pictures, written, picture };
}

describe('saving marks', () => {
  it('writes one entry, with secrets in their texts masked and empty texts left out', async () => {
    const { pictures, written, picture } = service();
    const drawing = { ...REDACTED, shapes: [...REDACTED.shapes, text('see hunter2'), text('  ')] };
    const result = await pictures.annotate(picture, drawing);
    expect(result).toMatchObject({ ok: true, masked: 1 });
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({
      kind: 'picture.annotated',
      issueId: ISSUE,
      body: {
        pictureId: PICTURE,
        drawing: { shapes: [{ type: 'redaction' }, { type: 'text', text: 'see [masked]' }] },
      },
    });
    expect(JSON.stringify(written)).not.toContain('hunter2');
  });

  it('is taken back by an entry with the drawing of before', async () => {
    const { pictures, written, picture } = service();
    const result = await pictures.annotate(picture, REDACTED);
    if (result.ok) await result.undo?.();
    expect(written[1]).toMatchObject({ kind: 'picture.annotated', body: { drawing: EMPTY } });
  });
});

describe('removing the original', () => {
  it('writes nothing when the original is lost or cannot be drawn', async () => {
    const lost = service(null);
    expect(await lost.pictures.removeOriginal(lost.picture, REDACTED)).toEqual({ ok: false, code: 'lost' });
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('not a picture')));
    const broken = service();
    expect(await broken.pictures.removeOriginal(broken.picture, REDACTED)).toEqual({
      ok: false,
      code: 'unreadable',
    });
    expect([...lost.written, ...broken.written]).toEqual([]);
  });
});

const ORIGINAL = 'a'.repeat(64);

function leaving(
  drawing: Drawing | null,
  options: { strip?: boolean; pictures?: boolean; broken?: boolean } = {},
) {
  const issue = issueWith(drawing);
  const asked: string[] = [];
  const source: ReportSource = {
    heads: async () => [],
    issues: async (ids) => ids.map(() => issue),
    async pictures(hashes) {
      asked.push(...hashes);
      return hashes.map(() => ({ blob: new Blob(['original']), bytes: 8, crc32: 1, mime: 'image/jpeg' }));
    },
  };
  const draw = vi.fn(async () => {
    if (options.broken) throw new Error('cannot be drawn');
    return {
      blob: new Blob(['flattened'], { type: 'image/jpeg' }),
      width: 2,
      height: 2,
      mime: 'image/jpeg' as const,
    };
  });
  const flat = flattenedSource(
    source,
    { strip: options.strip ?? false, pictures: options.pictures ?? true },
    draw,
  );
  return { flat, draw, asked };
}
async function firstIssue(flat: ReportSource): Promise<Issue> {
  const [issue] = await flat.issues([issueWith(null).id]);
  if (!issue) throw new Error('The issue is gone.');
  return issue;
}

describe('the log as it leaves', () => {
  it('leaves a picture without marks as it is', async () => {
    const { flat, draw } = leaving(null);
    const issue = await firstIssue(flat);
    expect(issue.pictures[0]?.picture.sha256).toBe(ORIGINAL);
    const [found] = await flat.pictures([ORIGINAL]);
    expect(await found?.blob.text()).toBe('original');
    expect(draw).not.toHaveBeenCalled();
  });

  it('names the flattened picture wherever it named the one with marks, with its own checksums', async () => {
    const { flat, draw } = leaving(REDACTED);
    const issue = await firstIssue(flat);
    const shown = issue.pictures[0];
    expect(shown?.drawing).toBeNull();
    expect(shown?.picture.sha256).not.toBe(ORIGINAL);
    expect(issue.occurrences[0]?.body.picture).toEqual(shown?.picture);
    const [found] = await flat.pictures([shown?.picture.sha256 ?? '']);
    expect(await found?.blob.text()).toBe('flattened');
    expect(found).toMatchObject({ bytes: 9, crc32: shown?.picture.crc32 });
    await firstIssue(flat);
    expect(draw).toHaveBeenCalledTimes(1);
  });

  it('withholds a picture whose redactions cannot be drawn', async () => {
    const { flat } = leaving(REDACTED, { broken: true });
    await firstIssue(flat);
    expect(await flat.pictures([ORIGINAL])).toEqual([null]);
  });

  it('draws nothing when pictures stay behind', async () => {
    const { flat, draw } = leaving(REDACTED, { pictures: false, strip: true });
    await firstIssue(flat);
    expect(draw).not.toHaveBeenCalled();
  });

  it('writes key, local time with zone, and site below every picture when asked to', async () => {
    const { flat, draw } = leaving(null, { strip: true });
    await firstIssue(flat);
    expect(draw).toHaveBeenCalledWith(expect.any(Blob), null, {
      strip: { facts: ['K7-0001', '2026-11-23 11:01:00 UTC+01:00 (Europe/Berlin)', 'portal.example'] },
    });
  });
});

describe('the strip below a picture', () => {
  it('says the offset also where there is none', () => {
    const issue = issueWith(null);
    const [picture] = issue.pictures;
    if (!picture) throw new Error('The issue has no picture.');
    expect(stripOf({ ...picture, zone: 'UTC' }, issue).facts[1]).toBe('2026-11-23 10:01:00 UTC+00:00 (UTC)');
    expect(stripOf({ ...picture, url: null }, { ...issue, host: null }).facts).toHaveLength(2);
  });
});
