import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { EditorStore } from './editor-store.ts';

/** A text that was put down with the pointer is typed at once. */
export function useTextFocus(store: EditorStore, field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(
    () =>
      store.selected.subscribe((id) => {
        const shape = store.drawing.peek().shapes.find((one) => one.id === id);
        if (shape?.type !== 'text' || shape.text !== '' || store.tool.peek() !== 'text') return;
        // The field is there once the new mark has been drawn.
        requestAnimationFrame(() => field.current?.focus());
      }),
    [store],
  );
}
