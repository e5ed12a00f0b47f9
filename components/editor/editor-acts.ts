import type { EditorWords } from '../../lib/i18n/editor/editor.ts';
import { editorCommand, editorPlace } from './editor-keys.ts';
import type { EditorCommand } from './editor-keys.ts';
import { CROP } from './editor-store.ts';
import type { EditorStore } from './editor-store.ts';
import { markName } from './mark-names.ts';
import { drawnArea } from './tools.ts';
import type { Tool } from './tools.ts';
import type { StageHandle } from './use-stage.ts';
import { nextZoom } from './zoom-steps.ts';

type Parts = Readonly<{
  store: EditorStore;
  t: EditorWords;
  stage: () => StageHandle | null;
  say: (text: string) => void;
  save: () => void;
  leave: () => void;
  map: () => void;
  /** Puts the keyboard onto the picture. */
  toPicture: () => void;
  /** Puts the keyboard into the field for the words of a text mark. */
  typeText: () => void;
}>;

export type EditorActs = Readonly<{
  /** @returns whether the key was ours */
  press(event: KeyboardEvent): boolean;
  choose(tool: Tool): void;
  zoom(to: 'in' | 'out' | 'fit' | 'full'): void;
}>;

/** Everything that can be done without a pointer. */
export function createEditorActs({
  store,
  t,
  stage,
  say,
  save,
  leave,
  map,
  toPicture,
  typeText,
}: Parts): EditorActs {
  function nameOf(id: string | null): string {
    const drawing = store.drawing.peek();
    const shape = drawing.shapes.find((one) => one.id === id);
    return shape === undefined ? t.marks.crop : markName(shape, drawing, t);
  }
  function choose(tool: Tool): void {
    store.tool.value = tool;
    say(t.said.tool(t.tools[tool]));
  }
  function zoom(to: 'in' | 'out' | 'fit' | 'full'): void {
    const window = stage();
    window?.zoomTo(nextZoom(to, window.scale()));
  }
  /** Puts what the tool makes into the middle of what is seen. */
  function place(): boolean {
    const tool = store.tool.peek();
    const middle = stage()?.middle();
    if (middle === undefined || tool === 'select') {
      if (tool === 'select' && store.selected.peek() !== null) typeText();
      return store.selected.peek() !== null;
    }
    if (tool === 'crop') {
      const { width, height } = store.drawing.peek();
      const inset = Math.round(Math.min(width, height) / 10);
      const corner = { x: width - inset, y: height - inset };
      store.crop(drawnArea({ x: inset, y: inset }, corner, store.style.peek()));
      store.select(CROP);
    } else if (store.add(tool, middle, middle) === null) {
      say(t.marks.full);
      return true;
    }
    say(t.said.added(nameOf(store.selected.peek())));
    if (tool === 'text') typeText();
    return true;
  }
  function step(by: 1 | -1): void {
    const ids = store.drawing.peek().shapes.map(({ id }) => id);
    if (ids.length === 0) return;
    const at = ids.indexOf(store.selected.peek() ?? '');
    const next = at === -1 ? (by === 1 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length;
    store.select(ids[next] ?? null);
    say(t.said.selected(nameOf(store.selected.peek())));
  }
  function remove(): boolean {
    const id = store.selected.peek();
    if (id === null) return false;
    const name = nameOf(id);
    store.remove(id);
    say(t.said.removed(name));
    return true;
  }
  function back(): void {
    if (store.preview.peek() !== null) store.preview.value = null;
    else if (store.tool.peek() !== 'select') choose('select');
    else if (store.selected.peek() !== null) store.select(null);
    else leave();
  }
  function run(command: EditorCommand): boolean {
    switch (command.kind) {
      case 'tool':
        choose(command.tool);
        return true;
      case 'zoom':
        zoom(command.to);
        return true;
      case 'nudge':
        // With nothing selected the window scrolls by itself.
        if (store.selected.peek() === null) return false;
        store.nudge(command.dx, command.dy);
        return true;
      case 'place':
        return place();
      case 'remove':
        return remove();
      case 'undo':
        store.undo();
        say(t.said.undone);
        return true;
      case 'redo':
        store.redo();
        say(t.said.redone);
        return true;
      case 'next':
        step(1);
        return true;
      case 'previous':
        step(-1);
        return true;
      case 'higher':
      case 'lower': {
        const id = store.selected.peek();
        if (id !== null) store.reorder(id, command.kind === 'higher' ? 1 : -1);
        return true;
      }
      case 'save':
        save();
        return true;
      case 'back':
        back();
        return true;
      case 'map':
        map();
        return true;
    }
  }
  return {
    choose,
    zoom,
    press(event) {
      const place = editorPlace(event.target);
      const command = editorCommand(event, place);
      if (command?.kind === 'back' && place === 'text') {
        toPicture();
        return true;
      }
      return command !== null && run(command);
    },
  };
}
