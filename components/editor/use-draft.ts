import { useEffect } from 'preact/hooks';
import { keepDraft } from './drafts.ts';
import type { EditorStore } from './editor-store.ts';

/** What is not saved outlives the window within this page, and a page that would lose it asks first. */
export function useDraft(store: EditorStore, pictureId: string, over: string): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (store.dirty.peek()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    const stop = store.drawing.subscribe((drawing) =>
      keepDraft(pictureId, over, store.dirty.peek() ? drawing : null),
    );
    return () => {
      window.removeEventListener('beforeunload', ask);
      stop();
    };
  }, [store]);
}
