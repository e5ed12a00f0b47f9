import { useEffect } from 'preact/hooks';
import { placeOf } from '../log/keymap.ts';

export type AreaKey = 'n' | 'z' | '?';

/** The keys of the area, wherever no text is being typed and no window is open. */
export function useAreaKeys(acts: Readonly<Record<AreaKey, () => void>>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (document.querySelector('dialog[open], :popover-open') !== null) return;
      if (placeOf(event.target, null) === 'text') return;
      const key = (['n', 'z', '?'] as const).find((one) => one === event.key);
      if (key === undefined) return;
      event.preventDefault();
      acts[key]();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
