import type { Tool } from './tools.ts';
import { TOOL_KEYS, TOOLS } from './tools.ts';

export type EditorCommand =
  | Readonly<{ kind: 'tool'; tool: Tool }>
  | Readonly<{ kind: 'nudge'; dx: number; dy: number }>
  | Readonly<{ kind: 'zoom'; to: 'in' | 'out' | 'fit' | 'full' }>
  | Readonly<{
      kind:
        | 'place'
        | 'remove'
        | 'undo'
        | 'redo'
        | 'save'
        | 'back'
        | 'map'
        | 'next'
        | 'previous'
        | 'lower'
        | 'higher';
    }>;

type Press = Readonly<Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>>;

/** `mark`: the picture itself or a line of the list of marks. Keys of fields and buttons stay theirs. */
export type EditorPlace = 'picture' | 'mark' | 'control' | 'text';

const STEP = 1;
const BIG_STEP = 10;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const ZOOM = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit', '1': 'full' } as const;
const ANYWHERE = { '?': 'map', '[': 'lower', ']': 'higher', j: 'next', k: 'previous' } as const;
const BY_LETTER = new Map(TOOLS.map((tool) => [TOOL_KEYS[tool], tool]));

function withCtrl({ key, shiftKey }: Press, place: EditorPlace): EditorCommand | null {
  const letter = key.toLowerCase();
  if (letter === 's' || key === 'Enter') return { kind: 'save' };
  // A text field undoes its own typing.
  if (place === 'text') return null;
  if (letter === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
  return letter === 'y' ? { kind: 'redo' } : null;
}

export function editorCommand(press: Press, place: EditorPlace): EditorCommand | null {
  const { key } = press;
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return withCtrl(press, place);
  if (key === 'Escape') return { kind: 'back' };
  if (place === 'text') return null;
  const onMark = place === 'picture' || place === 'mark';
  const arrow = Object.hasOwn(ARROWS, key) ? ARROWS[key] : undefined;
  if (arrow !== undefined) {
    const step = press.shiftKey ? BIG_STEP : STEP;
    // 0 + x and not −0.
    return onMark ? { kind: 'nudge', dx: 0 + arrow[0] * step, dy: 0 + arrow[1] * step } : null;
  }
  if (onMark && (key === 'Delete' || key === 'Backspace')) return { kind: 'remove' };
  if (place === 'picture' && (key === 'Enter' || key === ' ')) return { kind: 'place' };
  if (isKeyOf(ZOOM, key)) return { kind: 'zoom', to: ZOOM[key] };
  if (isKeyOf(ANYWHERE, key)) return { kind: ANYWHERE[key] };
  const tool = BY_LETTER.get(key.toLowerCase());
  return tool === undefined || press.shiftKey ? null : { kind: 'tool', tool };
}

function isKeyOf<T extends object>(of: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(of, key);
}

export function editorPlace(target: EventTarget | null): EditorPlace {
  if (!(target instanceof Element)) return 'picture';
  if (target.matches('textarea, select, input:not([type=checkbox]):not([type=radio])')) return 'text';
  if (target.closest('[data-editor-picture]') !== null) return 'picture';
  if (target.closest('[data-editor-mark]') !== null) return 'mark';
  return target.closest('button, a, input, summary') === null ? 'picture' : 'control';
}
