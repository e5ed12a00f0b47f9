import { effect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Grain } from '../../lib/domain/evidence/image-grain.ts';
import type { Point, Size } from '../../lib/domain/issue/shape-geometry.ts';
import type { EditorStore, Scale } from './editor-store.ts';
import { listenToPointer } from './pointer.ts';
import type { EditorStage } from './stage.ts';
import { createStage } from './stage.ts';

const ROOM = 24;
const MOST = 4;
const LEAST = 0.05;

/** Screen pixels per bitmap pixel. A fitted picture is never larger than its own pixels. */
export function scaleIn(scale: Scale, window: Size, picture: Size): number {
  if (scale !== 'fit') return Math.min(MOST, Math.max(LEAST, scale));
  const fits = Math.min((window.width - ROOM) / picture.width, (window.height - ROOM) / picture.height);
  return Math.min(1, Math.max(LEAST, fits));
}

/** The window onto the picture: how large it is and what it shows. */
export type StageHandle = Readonly<{
  /** Screen pixels per bitmap pixel, as shown. */
  scale(): number;
  /** The middle of what is to be seen, in bitmap pixels. */
  middle(): Point;
  zoomTo(scale: Scale): void;
}>;

type Parts = Readonly<{
  store: EditorStore;
  picture: ImageBitmap;
  grain: Grain;
  scroller: RefObject<HTMLDivElement | null>;
  extent: RefObject<HTMLDivElement | null>;
  container: RefObject<HTMLDivElement | null>;
  /** Where the handle is put while the window is there. */
  handle: RefObject<StageHandle | null>;
  onScale: (scale: number) => void;
}>;

/** Keeps the canvases in step with the store, and turns the pointer into changes of it. */
export function useStage(parts: Parts): void {
  const { store, picture, grain, scroller, extent, container, handle, onScale } = parts;
  useEffect(() => {
    const [box, room, element] = [scroller.current, extent.current, container.current];
    if (box === null || room === null || element === null) return;
    const stage: EditorStage = createStage(element, picture, grain);
    let window: Size = { width: box.clientWidth, height: box.clientHeight };
    const scale = (): number => scaleIn(store.scale.peek(), window, picture);
    const corner = (): Point => ({
      x: Math.max(0, (window.width - picture.width * scale()) / 2) - box.scrollLeft,
      y: Math.max(0, (window.height - picture.height * scale()) / 2) - box.scrollTop,
    });
    const onPicture = ({ x, y }: Point): Point => {
      const at = corner();
      return { x: (x - at.x) / scale(), y: (y - at.y) / scale() };
    };
    function show(): void {
      stage.show({
        drawing: store.preview.peek() ?? store.drawing.peek(),
        selected: store.selected.peek(),
        suggestions: store.suggestions.peek(),
        scale: scale(),
        at: corner(),
      });
    }
    function fit(): void {
      if (box === null || room === null) return;
      window = { width: box.clientWidth, height: box.clientHeight };
      const now = scale();
      room.style.inlineSize = `${Math.max(window.width, Math.round(picture.width * now))}px`;
      room.style.blockSize = `${Math.max(window.height, Math.round(picture.height * now))}px`;
      stage.resize(window.width, window.height);
      onScale(now);
      show();
    }
    handle.current = {
      scale,
      middle: () => onPicture({ x: window.width / 2, y: window.height / 2 }),
      zoomTo(next) {
        const middle = onPicture({ x: window.width / 2, y: window.height / 2 });
        store.scale.value = next;
        fit();
        box.scrollLeft = middle.x * scale() - window.width / 2;
        box.scrollTop = middle.y * scale() - window.height / 2;
        show();
      },
    };
    const observer = new ResizeObserver(fit);
    observer.observe(box);
    box.addEventListener('scroll', show, { passive: true });
    const stopPointer = listenToPointer({ element, box, store, stage, onPicture });
    const stopEffect = effect(() => {
      void [store.preview.value, store.drawing.value, store.selected.value, store.suggestions.value];
      show();
    });
    fit();
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', show);
      stopPointer();
      stopEffect();
      stage.destroy();
      handle.current = null;
    };
  }, [store, picture, grain]);
}
