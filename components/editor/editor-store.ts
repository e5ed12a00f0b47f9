import { computed, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Drawing, DrawingColour, Shape } from '../../lib/domain/issue/drawing.ts';
import { DRAWING_LIMITS } from '../../lib/domain/issue/drawing.ts';
import { movedBy } from '../../lib/domain/issue/shape-geometry.ts';
import type { Area, Point } from '../../lib/domain/issue/shape-geometry.ts';
import { startingSizes } from '../../lib/domain/issue/shape-look.ts';
import type { Suggestion } from '../../lib/domain/issue/suggested-redactions.ts';
import { uncovered } from '../../lib/domain/issue/suggested-redactions.ts';
import { drawn, nextId } from './tools.ts';
import type { ShapeTool, Style, Tool } from './tools.ts';
import { changedTo, redone, settled, startedWith, undone } from './undo-stack.ts';
import type { UndoStack } from './undo-stack.ts';

/** Stands for the crop wherever a mark is named by its id. */
export const CROP = 'crop';

/** How large the picture is drawn: fitted to the window, or bitmap pixels times this. */
export type Scale = 'fit' | number;

/** One picture being marked up. Nothing here is on disk until it is saved. */
export type EditorStore = Readonly<{
  stack: ReadonlySignal<UndoStack<Drawing>>;
  drawing: ReadonlySignal<Drawing>;
  /** Drawn instead while the pointer is down. */
  preview: Signal<Drawing | null>;
  selected: ReadonlySignal<string | null>;
  tool: Signal<Tool>;
  style: ReadonlySignal<Style>;
  scale: Signal<Scale>;
  suggestions: ReadonlySignal<readonly Suggestion[]>;
  dirty: ReadonlySignal<boolean>;
  full: ReadonlySignal<boolean>;
  select(id: string | null): void;
  /** A change of the whole drawing as one step. */
  commit(drawing: Drawing, by?: string): void;
  /** null: no room for another mark. */
  add(tool: ShapeTool, from: Point, to: Point): Shape | null;
  /** `by` joins changes of the same kind into one step. */
  replace(shape: Shape, by?: string): void;
  restyle(style: Partial<Style>): void;
  remove(id: string): void;
  /** −1 below the one before, 1 above the one after. */
  reorder(id: string, by: 1 | -1): void;
  crop(area: Area | null, by?: string): void;
  nudge(dx: number, dy: number): void;
  cover(suggestions: readonly Suggestion[]): void;
  undo(): void;
  redo(): void;
  /** Back to what is saved. */
  reset(): void;
}>;

const DEFAULT_COLOUR: DrawingColour = 'red';

export function createEditorStore(
  saved: Drawing,
  all: readonly Suggestion[],
  draft: Drawing | null = null,
): EditorStore {
  const began = startedWith(saved);
  const stack = signal(draft === null ? began : changedTo(began, draft));
  const drawing = computed(() => stack.value.now);
  const preview = signal<Drawing | null>(null);
  const selected = signal<string | null>(null);
  const tool = signal<Tool>('select');
  const style = signal<Style>({ colour: DEFAULT_COLOUR, ...startingSizes(saved.width) });
  const asSaved = JSON.stringify(saved);

  function commit(next: Drawing, by?: string): void {
    stack.value = changedTo(stack.value, next, by ?? null);
  }
  function select(id: string | null): void {
    if (id === selected.value) return;
    stack.value = settled(stack.value);
    selected.value = id;
  }
  /** What was selected may be gone after a step back. */
  function afterStep(): void {
    const { shapes, crop } = drawing.value;
    const id = selected.value;
    const there = id === CROP ? crop !== undefined : shapes.some((shape) => shape.id === id);
    if (!there) selected.value = null;
  }
  function replace(shape: Shape, by?: string): void {
    const shapes = drawing.value.shapes.map((one) => (one.id === shape.id ? shape : one));
    commit({ ...drawing.value, shapes }, by);
  }
  function crop(area: Area | null, by?: string): void {
    const { crop: _crop, ...rest } = drawing.value;
    commit(area === null ? rest : { ...rest, crop: area }, by);
  }
  const full = computed(() => drawing.value.shapes.length >= DRAWING_LIMITS.shapes);

  return {
    stack,
    drawing,
    preview,
    selected,
    tool,
    style,
    scale: signal<Scale>('fit'),
    suggestions: computed(() => uncovered(all, drawing.value)),
    dirty: computed(() => JSON.stringify(drawing.value) !== asSaved),
    full,
    select,
    commit,
    add(kind, from, to) {
      if (full.value) return null;
      const shape = drawn(kind, from, to, style.value, drawing.value);
      commit({ ...drawing.value, shapes: [...drawing.value.shapes, shape] });
      select(shape.id);
      return shape;
    },
    replace,
    restyle(change) {
      style.value = { ...style.value, ...change };
    },
    remove(id) {
      if (id === CROP) crop(null);
      else commit({ ...drawing.value, shapes: drawing.value.shapes.filter((shape) => shape.id !== id) });
      selected.value = null;
    },
    reorder(id, by) {
      const shapes = [...drawing.value.shapes];
      const at = shapes.findIndex((shape) => shape.id === id);
      const other = shapes[at + by];
      const one = shapes[at];
      if (one === undefined || other === undefined) return;
      shapes[at] = other;
      shapes[at + by] = one;
      commit({ ...drawing.value, shapes });
    },
    crop,
    nudge(dx, dy) {
      const id = selected.value;
      const { shapes, crop: area } = drawing.value;
      if (id === CROP && area !== undefined) {
        crop({ ...area, x: area.x + dx, y: area.y + dy }, `nudge ${id}`);
        return;
      }
      const shape = shapes.find((one) => one.id === id);
      if (shape !== undefined) replace(movedBy(shape, dx, dy), `nudge ${shape.id}`);
    },
    cover(suggestions) {
      let next = drawing.value;
      for (const { area, why } of suggestions) {
        if (next.shapes.length >= DRAWING_LIMITS.shapes) break;
        const redaction = { type: 'redaction', id: nextId(next), ...area, why } as const;
        next = { ...next, shapes: [...next.shapes, redaction] };
      }
      commit(next);
    },
    undo() {
      stack.value = undone(stack.value);
      afterStep();
    },
    redo() {
      stack.value = redone(stack.value);
      afterStep();
    },
    reset() {
      commit(saved);
      afterStep();
    },
  };
}
