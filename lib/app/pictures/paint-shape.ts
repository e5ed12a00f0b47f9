import type { Shape } from '../../domain/issue/drawing.ts';
import { arrowOutline, BASELINE, LINE_HEIGHT, linesOf } from '../../domain/issue/shape-geometry.ts';
import type { MeasureText, Point } from '../../domain/issue/shape-geometry.ts';
import { COLOURS, edgeColour, edgeOf, HIGHLIGHT_ALPHA } from '../../domain/issue/shape-look.ts';

/** What of a canvas a mark is drawn with: the same on the screen and into an exported picture. */
export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

export function fontOf(size: number): string {
  return `600 ${size}px ${FONT}`;
}

export function measureWith(brush: Brush): MeasureText {
  return (line, size) => {
    brush.font = fontOf(size);
    return brush.measureText(line).width;
  };
}

/** Draws one mark, in pixels of the picture. A redaction has no look of its own: see `blackened`. */
export function paintShape(brush: Brush, shape: Shape): void {
  brush.save();
  brush.lineJoin = 'round';
  brush.lineCap = 'round';
  switch (shape.type) {
    case 'box':
      stroked(brush, shape, (path) => path.rect(shape.x, shape.y, shape.width, shape.height));
      break;
    case 'line':
      stroked(brush, shape, (path) => polygon(path, [shape, { x: shape.toX, y: shape.toY }]));
      break;
    case 'arrow':
      paintArrow(brush, shape);
      break;
    case 'highlight':
      brush.globalAlpha = HIGHLIGHT_ALPHA;
      brush.fillStyle = COLOURS[shape.colour];
      brush.fillRect(shape.x, shape.y, shape.width, shape.height);
      break;
    case 'text':
      paintText(brush, shape);
      break;
    case 'marker':
      paintMarker(brush, shape);
      break;
    case 'redaction':
      break;
  }
  brush.restore();
}

type Of<K extends Shape['type']> = Extract<Shape, { type: K }>;

function stroked(brush: Brush, { colour, stroke }: Of<'box' | 'line'>, outline: (path: Brush) => void): void {
  brush.beginPath();
  outline(brush);
  brush.strokeStyle = edgeColour(colour);
  brush.lineWidth = stroke + 2 * edgeOf(stroke);
  brush.stroke();
  brush.strokeStyle = COLOURS[colour];
  brush.lineWidth = stroke;
  brush.stroke();
}

function polygon(path: Brush, points: readonly Point[]): void {
  points.forEach(({ x, y }, index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
}

function paintArrow(brush: Brush, shape: Of<'arrow'>): void {
  const outline = arrowOutline(shape);
  if (outline.length === 0) return;
  brush.beginPath();
  polygon(brush, outline);
  brush.closePath();
  brush.strokeStyle = edgeColour(shape.colour);
  brush.lineWidth = 2 * edgeOf(shape.stroke);
  brush.stroke();
  brush.fillStyle = COLOURS[shape.colour];
  brush.fill();
}

function paintText(brush: Brush, { text, x, y, size, colour }: Of<'text'>): void {
  brush.font = fontOf(size);
  brush.textAlign = 'left';
  brush.textBaseline = 'alphabetic';
  brush.strokeStyle = edgeColour(colour);
  brush.lineWidth = Math.max(2, size / 5);
  brush.fillStyle = COLOURS[colour];
  const lines = linesOf(text).map(
    (line, index) => [line, y + (index * LINE_HEIGHT + BASELINE) * size] as const,
  );
  // All edges first: the edge of a line must not cover the one above it.
  for (const [line, baseline] of lines) brush.strokeText(line, x, baseline);
  for (const [line, baseline] of lines) brush.fillText(line, x, baseline);
}

function paintMarker(brush: Brush, { x, y, number, size, colour }: Of<'marker'>): void {
  const edge = edgeOf(size / 8);
  brush.beginPath();
  brush.arc(x, y, size / 2, 0, 2 * Math.PI);
  brush.fillStyle = COLOURS[colour];
  brush.fill();
  brush.strokeStyle = edgeColour(colour);
  brush.lineWidth = edge * 2;
  brush.stroke();
  const digits = String(number);
  const letters = size * (digits.length > 2 ? 0.4 : 0.55);
  brush.font = fontOf(letters);
  brush.textAlign = 'center';
  brush.textBaseline = 'alphabetic';
  brush.fillStyle = edgeColour(colour);
  brush.fillText(digits, x, y + letters * 0.36);
}
