import type { Point } from '../../lib/domain/issue/shape-geometry.ts';
import type { EditorStore } from './editor-store.ts';
import { gestureFrom } from './gesture.ts';
import type { EditorStage } from './stage.ts';

type Parts = Readonly<{
  /** What the canvases fill. */
  element: HTMLElement;
  /** What scrolls. */
  box: HTMLElement;
  store: EditorStore;
  stage: EditorStage;
  /** From pixels of the window to pixels of the picture. */
  onPicture: (at: Point) => Point;
}>;

/** Turns presses and moves of any pointer into changes of the drawing, or moves the picture. @returns stops listening */
export function listenToPointer({ element, box, store, stage, onPicture }: Parts): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const at = (event: PointerEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  let pressed: ReturnType<typeof gestureFrom> = null;
  let panning: Readonly<{ x: number; y: number; left: number; top: number }> | null = null;
  const end = (): void => {
    pressed = null;
    panning = null;
    store.preview.value = null;
  };
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 && event.button !== 1) return;
      element.setPointerCapture(event.pointerId);
      pressed = event.button === 0 ? gestureFrom(store, stage.hit(at(event)), onPicture(at(event))) : null;
      if (pressed === null)
        panning = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop };
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (pressed !== null) store.preview.value = pressed.at(onPicture(at(event)));
      else if (panning !== null) {
        box.scrollLeft = panning.left - (event.clientX - panning.x);
        box.scrollTop = panning.top - (event.clientY - panning.y);
      }
    },
    { signal },
  );
  element.addEventListener(
    'pointerup',
    (event) => {
      const gesture = pressed;
      end();
      gesture?.done(onPicture(at(event)));
    },
    { signal },
  );
  element.addEventListener('pointercancel', end, { signal });
  return () => controller.abort();
}
