import type { Drawing } from '../../domain/issue/drawing.ts';
import type { Issue } from '../../domain/issue/issue.ts';
import type { IssuePicture } from '../../domain/issue/issue-evidence.ts';
import type { PresentPicture } from '../../domain/issue/picture.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { PictureBytes, ReportSource } from '../../export/source.ts';
import type { FlatFacts } from './flat-facts.ts';
import { flatFacts } from './flat-facts.ts';
import { flatten } from './flatten.ts';
import { stripOf } from './strip-facts.ts';
import type { Strip } from './strip.ts';

export type FlatOptions = Readonly<{
  /** Time, zone, site and key are written below every picture. */
  strip: boolean;
  /** false: pictures stay behind, so none needs to be drawn. */
  pictures: boolean;
}>;

/** How a flattened picture is made, and made again when its bytes were let go. */
type Recipe = Readonly<{ original: PresentPicture; drawing: Drawing | null; strip: Strip | null }>;
type Flat = Readonly<{ facts: FlatFacts; blob: Blob }>;

/** So many bytes of flattened pictures are kept between the preview and the export. */
const KEPT_BYTES = 64_000_000;

/**
 * The log as it leaves: wherever an issue names a picture with marks, it names the flattened one, and only that can be
 * had. A picture that cannot be drawn is withheld: better none than one without its redactions.
 */
export function flattenedSource(
  source: ReportSource,
  options: FlatOptions,
  draw: typeof flatten = flatten,
): ReportSource {
  const recipes = new Map<Sha256Hex, Recipe>();
  const kept = new Map<Sha256Hex, Flat>();
  const known = new Map<string, Sha256Hex>();
  const withheld = new Set<Sha256Hex>();
  let keptBytes = 0;

  function keep(flat: Flat): void {
    const { sha256, bytes } = flat.facts;
    if (kept.has(sha256)) return;
    kept.set(sha256, flat);
    keptBytes += bytes;
    for (const [oldest, { facts }] of kept) {
      if (keptBytes <= KEPT_BYTES || oldest === sha256) break;
      kept.delete(oldest);
      keptBytes -= facts.bytes;
    }
  }

  async function make({ original, drawing, strip }: Recipe): Promise<Flat | null> {
    const [found] = await source.pictures([original.sha256]);
    if (found == null) return null;
    try {
      const flat = await draw(typed(found.blob, original.mime), drawing, { strip });
      return { facts: await flatFacts(flat), blob: flat.blob };
    } catch {
      return null;
    }
  }

  /** The picture's facts as they leave. */
  async function flattened(picture: IssuePicture, issue: Issue): Promise<PresentPicture> {
    const original = picture.picture;
    const strip = options.strip ? stripOf(picture, issue) : null;
    if (!options.pictures || (picture.drawing === null && strip === null)) return original;
    const recipe: Recipe = { original, drawing: picture.drawing, strip };
    const name = JSON.stringify([original.sha256, recipe.drawing, strip]);
    const before = kept.get(known.get(name) ?? '');
    const flat = before ?? (await make(recipe));
    if (flat === null) {
      withheld.add(original.sha256);
      return original;
    }
    recipes.set(flat.facts.sha256, recipe);
    known.set(name, flat.facts.sha256);
    keep(flat);
    return { ...original, ...flat.facts };
  }

  async function asItLeaves(issue: Issue): Promise<Issue> {
    const pictures: IssuePicture[] = [];
    for (const one of issue.pictures) {
      pictures.push({ ...one, picture: await flattened(one, issue), drawing: null });
    }
    const byId = new Map(pictures.map((one) => [one.pictureId, one.picture]));
    const occurrences = issue.occurrences.map((one) => {
      const picture = byId.get(one.body.captureId);
      return picture === undefined ? one : { ...one, body: { ...one.body, picture } };
    });
    return { ...issue, pictures, occurrences };
  }

  async function bytesOf(sha256: Sha256Hex): Promise<PictureBytes | null> {
    if (withheld.has(sha256)) return null;
    const recipe = recipes.get(sha256);
    if (recipe === undefined) return null;
    const flat = kept.get(sha256) ?? (await make(recipe));
    // Another encoder than a moment ago: what the preview showed can no longer be made.
    if (flat === null || flat.facts.sha256 !== sha256) return null;
    keep(flat);
    const { bytes, crc32, mime } = flat.facts;
    return { blob: flat.blob, bytes, crc32, mime };
  }

  return {
    heads: source.heads,
    async issues(ids) {
      const issues = await source.issues(ids);
      const leaving: (Issue | null)[] = [];
      for (const issue of issues) leaving.push(issue === null ? null : await asItLeaves(issue));
      return leaving;
    },
    async pictures(hashes) {
      const untouched = hashes.filter((sha256) => !recipes.has(sha256) && !withheld.has(sha256));
      const found = untouched.length === 0 ? [] : await source.pictures(untouched);
      const originals = new Map(untouched.map((sha256, index) => [sha256, found[index] ?? null]));
      const all: (PictureBytes | null)[] = [];
      for (const sha256 of hashes) all.push(originals.get(sha256) ?? (await bytesOf(sha256)));
      return all;
    },
  };
}

/** Bytes that came out of a backup do not always say what they are. */
export function typed(blob: Blob, mime: PresentPicture['mime']): Blob {
  return blob.type === mime ? blob : blob.slice(0, blob.size, mime);
}
