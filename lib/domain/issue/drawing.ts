import { z } from '../z.ts';
import { count, int, text } from '../ledger/primitives.ts';

/** Upper limits of a drawing over one picture. */
export const DRAWING_LIMITS = { shapes: 200, text: 500 } as const;

export const drawingColour = z.enum(['red', 'orange', 'yellow', 'green', 'blue', 'black', 'white']);
export type DrawingColour = z.infer<typeof drawingColour>;

/** What a field that asks for secrets is for, as its page declares it. */
export const secretField = z.enum(['password', 'card', 'one-time-code']);
export type SecretField = z.infer<typeof secretField>;

/** A place in bitmap pixels of the untouched picture. It may lie partly outside of it. */
const place = { x: int, y: int };
const area = { ...place, width: count, height: count };
/** Unique within the drawing; stays the same while the shape is changed. */
const id = text(40);
const stroke = z.int().check(z.gte(1), z.lte(200));
const colour = drawingColour;

export const shape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('box'), id, ...area, colour, stroke }),
  z.strictObject({ type: z.literal('highlight'), id, ...area, colour }),
  /** From the first to the second point; an arrow has its head at the second. */
  z.strictObject({ type: z.literal('arrow'), id, ...place, toX: int, toY: int, colour, stroke }),
  z.strictObject({ type: z.literal('line'), id, ...place, toX: int, toY: int, colour, stroke }),
  /** `size`: height of the letters in bitmap pixels. */
  z.strictObject({
    type: z.literal('text'),
    id,
    ...place,
    text: text(DRAWING_LIMITS.text),
    size: count,
    colour,
  }),
  /** A numbered disc with its centre at the place. */
  z.strictObject({ type: z.literal('marker'), id, ...place, number: count, size: count, colour }),
  /** A solid box, burnt into every picture that leaves. `why`: the field it covers, where it was suggested. */
  z.strictObject({ type: z.literal('redaction'), id, ...area, why: z.optional(secretField) }),
]);
export type Shape = z.infer<typeof shape>;

/** Vector data over a picture that itself is never changed. Later shapes lie above earlier ones, redactions above all. */
export const drawing = z.strictObject({
  v: z.literal(1),
  /** Size of the picture it was drawn on. */
  width: count,
  height: count,
  crop: z.optional(z.strictObject(area)),
  shapes: z.array(shape).check(z.maxLength(DRAWING_LIMITS.shapes)),
});
export type Drawing = z.infer<typeof drawing>;
