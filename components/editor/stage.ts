import { Layer } from 'konva/lib/Layer.js';
import { Shape as KonvaShape } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
import { measureWith } from '../../lib/app/pictures/paint-shape.ts';
import type { Brush } from '../../lib/app/pictures/paint-shape.ts';
import type { Drawing } from '../../lib/domain/issue/drawing.ts';
import { marksOf, redactionsOf } from '../../lib/domain/issue/redaction-area.ts';
import type { MeasureText, Point } from '../../lib/domain/issue/shape-geometry.ts';
import type { Suggestion } from '../../lib/domain/issue/suggested-redactions.ts';
import type { Grain } from '../../lib/domain/evidence/image-grain.ts';
import type { HandleName } from '../../lib/domain/issue/shape-handles.ts';
import type { Hit } from './gesture.ts';
import { handlesShown, hitMark, paintMark, paintTop } from './stage-paint.ts';

/** What the stage shows. Places are in bitmap pixels; `at` is where the picture's corner lies in the window. */
export type StageView = Readonly<{
  drawing: Drawing;
  selected: string | null;
  suggestions: readonly Suggestion[];
  scale: number;
  at: Point;
}>;

export type EditorStage = Readonly<{
  show(view: StageView): void;
  resize(width: number, height: number): void;
  /** What lies at a place of the window. */
  hit(at: Point): Hit;
  measure: MeasureText;
  destroy(): void;
}>;

/** Two pixels of the screen for one of the picture: from here on pixels are shown as squares. */
const SQUARE_PIXELS = 2;

/** The window's canvases: the picture, the marks above it, and what helps to edit them. */
export function createStage(container: HTMLDivElement, picture: ImageBitmap, grain: Grain): EditorStage {
  // Konva empties its container through an attribute that Trusted Types guard. It is empty already: an attribute of its
  // own takes that assignment, and nothing is ever parsed.
  Object.defineProperty(container, 'innerHTML', { value: '', writable: true });
  const stage = new Stage({ container, width: 1, height: 1 });
  const base = new Layer({ listening: false });
  const marks = new Layer();
  const top = new Layer();
  stage.add(base, marks, top);
  base.add(
    new KonvaShape({
      sceneFunc: (context) => {
        const brush = context._context;
        brush.imageSmoothingEnabled = (view?.scale ?? 1) < SQUARE_PIXELS;
        brush.imageSmoothingQuality = 'medium';
        brush.drawImage(picture, 0, 0);
      },
    }),
  );
  const measure = measureWith(brushOf(top));
  const nodes = new Map<string, KonvaShape>();
  let view: StageView | null = null;
  let placed = '';

  const overlay = new KonvaShape({
    listening: false,
    sceneFunc: (context) => {
      if (view !== null) paintTop(context._context, view, stage.size(), measure);
    },
  });
  top.add(overlay);

  function nodeOf(id: string): KonvaShape {
    const known = nodes.get(id);
    if (known !== undefined) return known;
    const node = new KonvaShape({
      id,
      // Konva wants to know that there is something to fill and to stroke; the look comes from the mark itself.
      fill: '#000',
      stroke: '#000',
      sceneFunc: (context) => {
        const shape = view?.drawing.shapes.find((one) => one.id === id);
        if (shape !== undefined && view !== null) paintMark(context._context, shape, view.drawing, grain);
      },
      hitFunc: (context, self) => {
        const shape = view?.drawing.shapes.find((one) => one.id === id);
        if (shape !== undefined && view !== null) hitMark(context, self, shape, view.scale, measure);
      },
    });
    nodes.set(id, node);
    marks.add(node);
    return node;
  }

  function order(drawing: Drawing): void {
    const ids = [...marksOf(drawing), ...redactionsOf(drawing)].map(({ id }) => id);
    const wanted = ids.join(' ');
    if (wanted === placed) return;
    placed = wanted;
    const there = new Set(ids);
    for (const [id, node] of nodes) {
      if (there.has(id)) continue;
      node.destroy();
      nodes.delete(id);
    }
    ids.forEach((id) => nodeOf(id).moveToTop());
  }

  return {
    measure,
    show(next) {
      const moved =
        view === null || view.scale !== next.scale || view.at.x !== next.at.x || view.at.y !== next.at.y;
      view = next;
      order(next.drawing);
      const { scale, at } = next;
      for (const layer of [base, marks]) {
        layer.scale({ x: scale, y: scale });
        layer.position(at);
      }
      if (moved) base.batchDraw();
      marks.batchDraw();
      top.batchDraw();
    },
    resize(width, height) {
      stage.size({ width: Math.max(1, width), height: Math.max(1, height) });
    },
    hit(at) {
      if (view === null) return null;
      const handle = nearestHandle(at, view);
      if (handle !== null) return { kind: 'handle', name: handle };
      const mark = stage.getIntersection(at);
      if (mark !== null) return { kind: 'mark', id: mark.id() };
      const { scale, suggestions } = view;
      const [x, y] = [(at.x - view.at.x) / scale, (at.y - view.at.y) / scale];
      const index = suggestions.findIndex(
        ({ area }) => x >= area.x && y >= area.y && x <= area.x + area.width && y <= area.y + area.height,
      );
      return index === -1 ? null : { kind: 'suggestion', index };
    },
    destroy() {
      stage.destroy();
      nodes.clear();
    },
  };
}

function brushOf(layer: Layer): Brush {
  return layer.getCanvas().getContext()._context;
}

/** Half the width of what a finger or a pointer has to meet, in pixels of the screen. */
const REACH = 12;

function nearestHandle(at: Point, view: StageView): HandleName | null {
  let best: Readonly<{ name: HandleName; far: number }> | null = null;
  for (const { name, x, y } of handlesShown(view)) {
    const far = Math.max(Math.abs(x - at.x), Math.abs(y - at.y));
    if (far <= REACH && (best === null || far < best.far)) best = { name, far };
  }
  return best?.name ?? null;
}
