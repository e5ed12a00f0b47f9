import type { Drawing, DrawingColour, Shape } from '../../lib/domain/issue/drawing.ts';
import { areaBetween } from '../../lib/domain/issue/shape-geometry.ts';
import type { Area, Point } from '../../lib/domain/issue/shape-geometry.ts';

/** In the order of the toolbar. */
export const TOOLS = [
  'select',
  'box',
  'arrow',
  'line',
  'text',
  'highlight',
  'marker',
  'redaction',
  'crop',
] as const;
export type Tool = (typeof TOOLS)[number];
export type ShapeTool = Exclude<Tool, 'select' | 'crop'>;

/** The same in every language: a letter that is printed on its button. */
export const TOOL_KEYS: Readonly<Record<Tool, string>> = {
  select: 'v',
  box: 'b',
  arrow: 'a',
  line: 'l',
  text: 't',
  highlight: 'h',
  marker: 'm',
  redaction: 'r',
  crop: 'c',
};

/** How the next mark will look; sizes in bitmap pixels. */
export type Style = Readonly<{ colour: DrawingColour; stroke: number; text: number; marker: number }>;

/** Drawn shorter than this, a press was a click: the mark then gets its usual size at that place. */
const CLICK = 4;

/** The next free id; ids are never given twice within a drawing. */
export function nextId({ shapes }: Drawing): string {
  const used = shapes.map(({ id }) => Number(id.slice(1))).filter(Number.isInteger);
  return `s${Math.max(0, ...used) + 1}`;
}

export function nextNumber({ shapes }: Drawing): number {
  return Math.max(0, ...shapes.map((shape) => (shape.type === 'marker' ? shape.number : 0))) + 1;
}

/** Width and height of an area that is placed and not drawn. */
function usualSize(style: Style): Readonly<{ width: number; height: number }> {
  return { width: style.text * 8, height: style.text * 3 };
}

/** The area drawn between two points, or the usual one around a click. */
export function drawnArea(from: Point, to: Point, style: Style): Area {
  const drawn = areaBetween(from, to);
  if (drawn.width >= CLICK || drawn.height >= CLICK)
    return { ...drawn, width: Math.max(1, drawn.width), height: Math.max(1, drawn.height) };
  const { width, height } = usualSize(style);
  return { x: Math.round(from.x - width / 2), y: Math.round(from.y - height / 2), width, height };
}

/** A new mark from where the pointer went down to where it is, or at the place of a click. */
export function drawn(tool: ShapeTool, from: Point, to: Point, style: Style, drawing: Drawing): Shape {
  const { colour, stroke } = style;
  const id = nextId(drawing);
  const at = { x: Math.round(to.x), y: Math.round(to.y) };
  switch (tool) {
    case 'box':
      return { type: tool, id, ...drawnArea(from, to, style), colour, stroke };
    case 'highlight':
      return { type: tool, id, ...drawnArea(from, to, style), colour };
    case 'redaction':
      return { type: tool, id, ...drawnArea(from, to, style) };
    case 'arrow':
    case 'line': {
      const start = { x: Math.round(from.x), y: Math.round(from.y) };
      const short = Math.hypot(at.x - start.x, at.y - start.y) < CLICK;
      // What a click points at is where the arrow's head goes.
      const first = short ? { x: at.x - style.text * 4, y: at.y + style.text * 2 } : start;
      return { type: tool, id, ...first, toX: at.x, toY: at.y, colour, stroke };
    }
    case 'text':
      return { type: tool, id, ...at, text: '', size: style.text, colour };
    case 'marker':
      return { type: tool, id, ...at, number: nextNumber(drawing), size: style.marker, colour };
  }
}
