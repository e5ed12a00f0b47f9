// Built into one script by test/support/bundle.ts and run in a page of the extension (see editor.ts).
import { flatten } from '../../lib/app/pictures/flatten.ts';
import { crc32 } from '../../lib/domain/evidence/crc32.ts';
import type { Drawing, Shape } from '../../lib/domain/issue/drawing.ts';
import { sha256Hex } from '../../lib/domain/ledger/chain.ts';
import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import { createStore } from '../../lib/storage/store.ts';
import type { StoredPicture } from '../../lib/storage/types/picture.ts';
import { seedEntries } from './seed-entries.ts';

const WIDTH = 3840;
const HEIGHT = 2160;
const QUALITY = 0.95;

interface LocalArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

/** A page as it looks on a large screen: text in columns, boxes, a photograph's worth of colour. */
async function screen(): Promise<Blob> {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const draw = canvas.getContext('2d', { alpha: false });
  if (!draw) throw new Error('This browser cannot draw.');
  draw.fillStyle = '#fff';
  draw.fillRect(0, 0, WIDTH, HEIGHT);
  draw.fillStyle = '#223';
  draw.font = '26px sans-serif';
  for (let y = 40; y < HEIGHT; y += 36)
    for (let x = 20; x < WIDTH; x += 760)
      draw.fillText(`Order ${x * y} was delivered to the wrong place`, x, y);
  for (let n = 0; n < 400; n += 1) {
    draw.fillStyle = `hsl(${n % 360} 60% 55%)`;
    draw.fillRect((n * 97) % WIDTH, (n * 61) % HEIGHT, 60, 40);
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
}

/**
 * One issue with a picture of 3840 × 2160 pixels.
 * @public called in the page, see editor.ts
 */
export async function plant(): Promise<string> {
  const api: { storage: { local: LocalArea } } = Reflect.get(globalThis, 'chrome');
  const { local } = api.storage;
  const store = createStore({
    now: () => new Date(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    local: {
      read: async () => (await local.get('sentinel'))['sentinel'],
      write: (value) => local.set({ sentinel: value }),
    },
  });
  const blob = await screen();
  const content = new Uint8Array(await blob.arrayBuffer());
  const picture: StoredPicture = {
    sha256: sha256Hex(content),
    crc32: crc32(content),
    bytes: content.length,
    mime: 'image/jpeg',
    width: WIDTH,
    height: HEIGHT,
    blob,
  };
  const entries: NewEntry[] = [...seedEntries(1, () => picture)].filter(
    ({ kind }) => kind === 'occurrence.captured',
  );
  const result = await store.append(entries, { blobs: [picture] });
  await store.settled();
  store.close();
  const [entry] = result.ok ? result.entries : [];
  if (entry?.kind !== 'occurrence.captured') throw new Error('The picture was not stored.');
  return entry.issueId;
}

const colour = 'red';

function drawing(): Drawing {
  const shapes = Array.from({ length: 20 }, (_, n): Shape => {
    const at = { x: 100 + n * 170, y: 100 + ((n * 397) % 1700) };
    const id = `s${n + 1}`;
    const kinds: readonly Shape[] = [
      { type: 'box', id, ...at, width: 300, height: 160, colour, stroke: 10 },
      { type: 'arrow', id, ...at, toX: at.x + 300, toY: at.y + 200, colour, stroke: 10 },
      { type: 'text', id, ...at, text: 'This number is wrong', size: 60, colour },
      { type: 'redaction', id, ...at, width: 300, height: 60 },
    ];
    return kinds[n % kinds.length] ?? { type: 'redaction', id, ...at, width: 300, height: 60 };
  });
  return { v: 1, width: WIDTH, height: HEIGHT, shapes };
}

export type ExportTimes = Readonly<{ ours: number; raw: number }>;

/**
 * The picture with twenty marks burnt in, against decoding and encoding it and nothing else.
 * @public called in the page, see editor.ts
 */
export async function exported(oursFirst: boolean): Promise<ExportTimes> {
  const blob = await screen();
  const ours = async (): Promise<number> => {
    const started = performance.now();
    await flatten(blob, drawing());
    return performance.now() - started;
  };
  const raw = async (): Promise<number> => {
    const started = performance.now();
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d', { alpha: false })?.drawImage(bitmap, 0, 0);
    await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
    bitmap.close();
    return performance.now() - started;
  };
  if (oursFirst) return { ours: await ours(), raw: await raw() };
  const rawMs = await raw();
  return { ours: await ours(), raw: rawMs };
}

/**
 * Decoding it and drawing it as large as a window: the least that opening it can cost.
 * @public called in the page, see editor.ts
 */
export async function shown(): Promise<number> {
  const blob = await screen();
  const started = performance.now();
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(900, 506);
  const draw = canvas.getContext('2d');
  draw?.drawImage(bitmap, 0, 0, 900, 506);
  draw?.getImageData(0, 0, 1, 1);
  const took = performance.now() - started;
  bitmap.close();
  return took;
}
