import type { Context } from 'konva/lib/Context.js';
import type { Shape as KonvaShape } from 'konva/lib/Shape.js';
import { paintShape } from '../../lib/app/pictures/paint-shape.ts';
import type { Drawing, Shape } from '../../lib/domain/issue/drawing.ts';
import type { Grain } from '../../lib/domain/evidence/image-grain.ts';
import { blackened } from '../../lib/domain/issue/redaction-area.ts';
import { boundsOf, isLine, shownArea } from '../../lib/domain/issue/shape-geometry.ts';
import type { Area, MeasureText, Size } from '../../lib/domain/issue/shape-geometry.ts';
import { handlesOf, handlesOfArea } from '../../lib/domain/issue/shape-handles.ts';
import type { Handle } from '../../lib/domain/issue/shape-handles.ts';
import { REDACTION_COLOUR } from '../../lib/domain/issue/shape-look.ts';
import { CROP } from './editor-store.ts';
import type { StageView } from './stage.ts';

type Brush = CanvasRenderingContext2D;

/** A mark exactly as it will be burnt in. */
export function paintMark(brush: Brush, shape: Shape, drawing: Drawing, grain: Grain): void {
  if (shape.type !== 'redaction') return paintShape(brush, shape);
  const { x, y, width, height } = blackened(shape, drawing, grain);
  brush.fillStyle = REDACTION_COLOUR;
  brush.fillRect(x, y, width, height);
}

/** So far beside a thin mark it is still met, in pixels of the screen. */
const NEAR = 8;

/** Where a mark is met by the pointer: a box by its lines, so that what is inside it can be met too. */
export function hitMark(
  context: Context,
  node: KonvaShape,
  shape: Shape,
  scale: number,
  measure: MeasureText,
): void {
  context.beginPath();
  if (isLine(shape)) {
    context.moveTo(shape.x, shape.y);
    context.lineTo(shape.toX, shape.toY);
  } else {
    const { x, y, width, height } = boundsOf(shape, measure);
    context.rect(x, y, width, height);
  }
  context.closePath();
  if (shape.type === 'box' || isLine(shape)) {
    node.hitStrokeWidth(shape.stroke + (2 * NEAR) / scale);
    context.strokeShape(node);
  } else context.fillStrokeShape(node);
}

const HANDLE = 5;
const ACCENT = '#1a66d1';
const PAPER = '#ffffff';
const VEIL = 'rgb(20 18 14 / 62%)';

/** The handles of what is selected, in pixels of the screen. */
export function handlesShown({ drawing, selected, scale, at }: StageView): readonly Handle[] {
  const shape = drawing.shapes.find(({ id }) => id === selected);
  const found =
    shape !== undefined
      ? handlesOf(shape)
      : selected === CROP && drawing.crop !== undefined
        ? handlesOfArea(drawing.crop)
        : [];
  return found.map(({ name, x, y }) => ({ name, x: x * scale + at.x, y: y * scale + at.y }));
}

/** What helps to edit: the veil over what is cut off, suggestions, and the frame of what is selected. */
export function paintTop(brush: Brush, view: StageView, window: Size, measure: MeasureText): void {
  const { drawing, selected, suggestions, scale, at } = view;
  const onScreen = (area: Area): Area => ({
    x: area.x * scale + at.x,
    y: area.y * scale + at.y,
    width: area.width * scale,
    height: area.height * scale,
  });
  brush.save();
  if (drawing.crop !== undefined) {
    const whole = onScreen({ x: 0, y: 0, width: drawing.width, height: drawing.height });
    const shown = onScreen(shownArea(drawing));
    brush.beginPath();
    brush.rect(0, 0, window.width, window.height);
    brush.clip();
    brush.beginPath();
    brush.rect(whole.x, whole.y, whole.width, whole.height);
    brush.rect(shown.x, shown.y, shown.width, shown.height);
    brush.fillStyle = VEIL;
    brush.fill('evenodd');
    frame(brush, shown, [6, 4]);
  }
  for (const { area } of suggestions) frame(brush, onScreen(area), [5, 4]);
  const shape = drawing.shapes.find(({ id }) => id === selected);
  if (shape !== undefined && !isLine(shape)) frame(brush, grown(onScreen(boundsOf(shape, measure)), 3), []);
  for (const { x, y } of handlesShown(view)) {
    brush.beginPath();
    brush.rect(x - HANDLE, y - HANDLE, HANDLE * 2, HANDLE * 2);
    brush.fillStyle = PAPER;
    brush.fill();
    brush.strokeStyle = ACCENT;
    brush.lineWidth = 2;
    brush.stroke();
  }
  brush.restore();
}

function grown({ x, y, width, height }: Area, by: number): Area {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** Two lines above each other, so that one of them is seen on any picture. */
function frame(brush: Brush, { x, y, width, height }: Area, dashes: readonly number[]): void {
  for (const [colour, thick] of [
    [PAPER, 4],
    [ACCENT, 2],
  ] as const) {
    brush.setLineDash(colour === ACCENT ? [...dashes] : []);
    brush.strokeStyle = colour;
    brush.lineWidth = thick;
    brush.strokeRect(x, y, width, height);
  }
  brush.setLineDash([]);
}
