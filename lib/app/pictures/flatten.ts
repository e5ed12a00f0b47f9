import { bareImage } from '../../domain/evidence/bare-image.ts';
import { type Grain, grainOf } from '../../domain/evidence/image-grain.ts';
import type { Drawing } from '../../domain/issue/drawing.ts';
import { fittedTo } from '../../domain/issue/fitted-drawing.ts';
import type { PresentPicture } from '../../domain/issue/picture.ts';
import { blackened, marksOf, redactionsOf } from '../../domain/issue/redaction-area.ts';
import { shownArea } from '../../domain/issue/shape-geometry.ts';
import { REDACTION_COLOUR } from '../../domain/issue/shape-look.ts';
import { paintShape } from './paint-shape.ts';
import type { Brush } from './paint-shape.ts';
import { paintStrip, stripHeight } from './strip.ts';
import type { Strip } from './strip.ts';

type Mime = PresentPicture['mime'];

/** A picture as it leaves: marks, redactions and crop burnt in, and nothing else in its file. */
export type FlatPicture = Readonly<{ blob: Blob; width: number; height: number; mime: Mime }>;

export type FlattenOptions = Readonly<{
  /** Facts in words below the picture. */
  strip?: Strip | null;
}>;

/** Of lossy formats: high enough that a second encoding is not seen. */
const QUALITY = 0.95;

/**
 * The one way to the picture that others get to see: preview, export and "Remove original" all use it. Whatever lies
 * under a redaction is black before anything is encoded. Rejects where the picture cannot be decoded.
 */
export async function flatten(
  picture: Blob,
  drawing: Drawing | null,
  { strip = null }: FlattenOptions = {},
): Promise<FlatPicture> {
  const mime = mimeOf(picture);
  const [bitmap, grain] = await Promise.all([createImageBitmap(picture), grainIn(picture)]);
  try {
    const { width, height } = bitmap;
    const fitted =
      drawing === null ? { v: 1 as const, width, height, shapes: [] } : fittedTo(drawing, bitmap);
    const shown = shownArea(fitted);
    const below = strip === null ? 0 : stripHeight(strip, shown.width);
    const canvas = new OffscreenCanvas(shown.width, shown.height + below);
    const brush = canvas.getContext('2d', { alpha: false });
    if (!brush) throw new Error('The browser gave no canvas to draw the picture on.');
    // What is transparent is shown on white everywhere else too.
    brush.fillStyle = '#ffffff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.save();
    brush.beginPath();
    brush.rect(0, 0, shown.width, shown.height);
    brush.clip();
    brush.translate(-shown.x, -shown.y);
    brush.drawImage(bitmap, 0, 0);
    paintDrawing(brush, fitted, grain);
    brush.restore();
    if (strip !== null)
      paintStrip(brush, strip, { x: 0, y: shown.height, width: shown.width, height: below });
    return await encoded(canvas, mime);
  } finally {
    bitmap.close();
  }
}

/** Marks, then redactions above all of them. */
function paintDrawing(brush: Brush, drawing: Drawing, grain: Grain): void {
  for (const shape of marksOf(drawing)) paintShape(brush, shape);
  brush.fillStyle = REDACTION_COLOUR;
  for (const drawn of redactionsOf(drawing)) {
    const { x, y, width, height } = blackened(drawn, drawing, grain);
    brush.fillRect(x, y, width, height);
  }
}

/** Frame headers stand behind no more than a few tables. */
const HEADER_BYTES = 65_536;

/** By the bytes, as the decoder goes by them. */
export async function grainIn(picture: Blob): Promise<Grain> {
  return grainOf(new Uint8Array(await picture.slice(0, HEADER_BYTES).arrayBuffer()));
}

function mimeOf({ type }: Blob): Mime {
  return type === 'image/png' || type === 'image/webp' ? type : 'image/jpeg';
}

async function encoded(canvas: OffscreenCanvas, wanted: Mime): Promise<FlatPicture> {
  const made = await canvas.convertToBlob({ type: wanted, quality: QUALITY });
  // A browser that cannot write the format gives a PNG and says so.
  const mime = made.type === wanted ? wanted : 'image/png';
  const bytes = new Uint8Array(await made.arrayBuffer());
  const bare = bareImage(bytes, mime);
  if (!bare.ok) throw new Error('The browser encoded a picture that cannot be followed to its end.');
  const { width, height } = canvas;
  const blob = bare.bytes === bytes ? made : new Blob([bare.bytes], { type: mime });
  return { blob, width, height, mime };
}
