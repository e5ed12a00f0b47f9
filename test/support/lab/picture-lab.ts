// Built into one script by test/support/bundle.ts and run in a page of the extension: what only a browser can do.
import { flatten, grainIn } from '../../../lib/app/pictures/flatten.ts';
import { crc32 } from '../../../lib/domain/evidence/crc32.ts';
import type { Drawing } from '../../../lib/domain/issue/drawing.ts';
import type { PresentPicture } from '../../../lib/domain/issue/picture.ts';
import { blackened } from '../../../lib/domain/issue/redaction-area.ts';
import { sha256Hex } from '../../../lib/domain/ledger/chain.ts';
import type { IssueId } from '../../../lib/domain/ledger/primitives.ts';
import { createStore } from '../../../lib/storage/store.ts';
import { flatJpeg } from './flat-jpeg.ts';

type Mime = PresentPicture['mime'];
type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

interface LocalArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

const api: { storage: { local: LocalArea } } =
  Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
const SENTINEL = 'sentinel';

function openStore() {
  const { local } = api.storage;
  return createStore({
    now: () => new Date(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    local: {
      read: async () => (await local.get(SENTINEL))[SENTINEL],
      write: (value) => local.set({ [SENTINEL]: value }),
    },
  });
}

function brush(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This browser cannot draw.');
  return context;
}

type Secret = Readonly<{ text: string; ink: string; paper: string }>;

/** Two that differ in form, brightness and colour: colour is what lossy formats spread the furthest. */
const SECRETS: readonly [Secret, Secret] = [
  { text: '7F3Q-9', ink: '#d00000', paper: '#ffe000' },
  { text: 'hunter2', ink: '#0040ff', paper: '#60ffd0' },
];

/** A page with lines of coloured text, and in the box the secret. */
function page(width: number, height: number, box: Box, { text, ink, paper }: Secret): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const draw = brush(canvas);
  draw.fillStyle = '#fffaf0';
  draw.fillRect(0, 0, width, height);
  draw.font = '18px sans-serif';
  for (let y = 30; y < height; y += 26) {
    draw.fillStyle = `hsl(${y * 5} 80% 35%)`;
    draw.fillText('Order 4711, delivered to the wrong address twice.', 12, y);
  }
  draw.save();
  draw.beginPath();
  draw.rect(box.x, box.y, box.width, box.height);
  draw.clip();
  draw.fillStyle = paper;
  draw.fillRect(box.x, box.y, box.width, box.height);
  draw.fillStyle = ink;
  draw.font = `bold ${box.height}px monospace`;
  draw.fillText(text, box.x, box.y + box.height - 3);
  draw.restore();
  return canvas;
}

const numbers = async (blob: Blob): Promise<number[]> => [...new Uint8Array(await blob.arrayBuffer())];

/** Highest value of any channel inside the area of a decoded picture. */
function brightest(draw: OffscreenCanvasRenderingContext2D, { x, y, width, height }: Box): number {
  let most = 0;
  const { data } = draw.getImageData(x, y, width, height);
  for (let at = 0; at < data.length; at += 4)
    most = Math.max(most, data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  return most;
}

async function pixelsOf(blob: Blob): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(blob);
  const draw = brush(new OffscreenCanvas(bitmap.width, bitmap.height));
  draw.drawImage(bitmap, 0, 0);
  return draw.getImageData(0, 0, bitmap.width, bitmap.height).data;
}

/** By how much any channel of two pictures of the same size differs, of 255: in the area and beside it. */
type Difference = Readonly<{ within: number; beside: number }>;

async function differenceOf(a: Blob, b: Blob, width: number, area: Box): Promise<Difference> {
  const [one, two] = [await pixelsOf(a), await pixelsOf(b)];
  let [within, beside] = [0, 0];
  one.forEach((value, at) => {
    const [x, y] = [Math.floor(at / 4) % width, Math.floor(at / 4 / width)];
    const by = Math.abs(value - (two[at] ?? Number.NaN));
    const inside = x >= area.x && y >= area.y && x < area.x + area.width && y < area.y + area.height;
    if (inside) within = Math.max(within, by);
    else beside = Math.max(beside, by);
  });
  return { within, beside };
}

export type Burnt = Readonly<{
  mime: string;
  width: number;
  height: number;
  /** The whole file. */
  bytes: readonly number[];
  /** The file made from a picture that had another secret in the same place. */
  other: readonly number[];
  /** The same two, from pictures in which the secret has left no trace beside itself: what the encoder alone adds. */
  exact: readonly [readonly number[], readonly number[]];
  /** By how much the two pictures differ as they came, inside and beside what is blackened, and the two files. */
  given: Difference;
  left: Difference;
  /** Highest channel value inside the box, and in its inner part that no neighbour reaches. */
  inside: number;
  deepInside: number;
}>;

/**
 * Burns one redaction into two pictures that differ only by what lies under it.
 * @public called in the page, see editor.ts
 */
export async function burn(mime: Mime, box: Box, drawing: Drawing): Promise<Burnt> {
  const { width, height } = drawing;
  const [page1, page2] = [page(width, height, box, SECRETS[0]), page(width, height, box, SECRETS[1])];
  const lossy = (canvas: OffscreenCanvas) => canvas.convertToBlob({ type: mime, quality: 0.92 });
  // Every decoder goes by the bytes; ours writes the format of the name.
  const lossless = async (canvas: OffscreenCanvas) =>
    new Blob([await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()], { type: mime });
  const flat = async (picture: Promise<Blob>) => flatten(await picture, drawing);
  const given = [await lossy(page1), await lossy(page2)] as const;
  const [one, two] = [await flatten(given[0], drawing), await flatten(given[1], drawing)];
  const exact = [await flat(lossless(page1)), await flat(lossless(page2))] as const;
  const bitmap = await createImageBitmap(one.blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const draw = brush(canvas);
  draw.drawImage(bitmap, 0, 0);
  const [left, top] = [drawing.crop?.x ?? 0, drawing.crop?.y ?? 0];
  const at = { ...box, x: box.x - left, y: box.y - top };
  const black = blackened(box, drawing, await grainIn(given[0]));
  const deep = { x: at.x + 16, y: at.y + 16, width: at.width - 32, height: at.height - 32 };
  return {
    mime: one.mime,
    width: bitmap.width,
    height: bitmap.height,
    bytes: await numbers(one.blob),
    other: await numbers(two.blob),
    exact: [await numbers(exact[0].blob), await numbers(exact[1].blob)],
    given: await differenceOf(given[0], given[1], width, black),
    left: await differenceOf(one.blob, two.blob, one.width, {
      ...black,
      x: black.x - left,
      y: black.y - top,
    }),
    inside: brightest(draw, at),
    deepInside: brightest(draw, deep),
  };
}

export type Sampled = Readonly<{
  /** By how much the two pictures differ as they came, beside blocks of 16 × 16 around the box. */
  spread: number;
  files: readonly [readonly number[], readonly number[]];
}>;

/**
 * The same with JPEGs that no canvas writes: so many blocks of brightness for one of colour.
 * @public called in the page, see redaction.ts
 */
export async function burnSampled(
  across: number,
  down: number,
  box: Box,
  drawing: Drawing,
): Promise<Sampled> {
  const { width, height } = drawing;
  const inBox = (x: number, y: number): boolean =>
    x + 8 > box.x && y + 8 > box.y && x < box.x + box.width && y < box.y + box.height;
  const made = (cb: number, cr: number): Blob => {
    const bytes = flatJpeg({ width, height, across, down }, (x, y) =>
      inBox(x, y) ? { y: 120, cb, cr } : { y: 90 + ((x + y) % 100), cb: 120, cr: 132 },
    );
    return new Blob([bytes], { type: 'image/jpeg' });
  };
  const [one, two] = [made(30, 220), made(220, 40)];
  const blocks = blackened(box, drawing, { across: 16, down: 16, margin: 0, beyond: 1 });
  const files = [await flatten(one, drawing), await flatten(two, drawing)] as const;
  return {
    spread: (await differenceOf(one, two, width, blocks)).beside,
    files: [await numbers(files[0].blob), await numbers(files[1].blob)],
  };
}

/** Noise, which no format can make small: bytes that are nowhere else. */
async function noise(mime: Mime): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(320, 240);
  const draw = brush(canvas);
  const image = draw.createImageData(320, 240);
  for (let at = 0; at < image.data.length; at += 65_536)
    crypto.getRandomValues(image.data.subarray(at, at + 65_536));
  draw.putImageData(image, 0, 0);
  const blob = await canvas.convertToBlob({ type: mime, quality: 0.92 });
  return new Uint8Array(await blob.arrayBuffer());
}

/**
 * Adds a picture to an issue, with a text planted behind its end. Returns bytes from the middle of its file.
 * @public called in the page, see editor.ts
 */
export async function plant(issueId: IssueId, mime: Mime, text: string): Promise<number[]> {
  const store = openStore();
  const [made, behind] = [await noise(mime), new TextEncoder().encode(text)];
  const content = new Uint8Array(made.length + behind.length);
  content.set(made);
  content.set(behind, made.length);
  const facts = {
    sha256: sha256Hex(content),
    crc32: crc32(content),
    bytes: content.length,
    mime,
    width: 320,
    height: 240,
  };
  const result = await store.append(
    {
      at: new Date().toISOString(),
      zone: 'UTC',
      offsetMin: 0,
      certainty: 'exact',
      by: { side: 'us' },
      kind: 'evidence.added',
      issueId,
      body: {
        evidenceId: `planted-${mime.slice(6)}`,
        via: 'file',
        caption: `Planted ${mime.slice(6)}`,
        item: { type: 'picture', picture: { state: 'present', ...facts } },
      },
    },
    { blobs: [{ ...facts, blob: new Blob([content], { type: mime }) }] },
  );
  await store.settled();
  store.close();
  if (!result.ok) throw new Error(`The picture was not planted: ${result.code}.`);
  const middle = Math.floor(made.length / 2);
  return [...made.subarray(middle, middle + 64)];
}

/**
 * Colour of one pixel of a picture given as bytes.
 * @public called in the page, see editor.ts
 */
export async function colourAt(bytes: readonly number[], x: number, y: number): Promise<number[]> {
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
  const draw = brush(new OffscreenCanvas(bitmap.width, bitmap.height));
  draw.drawImage(bitmap, 0, 0);
  return [...draw.getImageData(x, y, 1, 1).data.subarray(0, 3)];
}
