import { useEffect } from 'preact/hooks';

/**
 * Begins work that nobody asked for yet, once the screen has been as it is for a while, and drops it when it changes or is left.
 * @param begin returns how to drop it; null: nothing is to be begun
 * @param deps what it is made of
 */
export function useAhead(begin: (() => () => void) | null, afterMs: number, deps: readonly unknown[]): void {
  useEffect(() => {
    if (begin === null) return;
    let drop = (): void => undefined;
    const timer = setTimeout(() => {
      drop = begin();
    }, afterMs);
    return () => {
      clearTimeout(timer);
      drop();
    };
    // `begin` is made anew on every draw.
  }, [begin === null, ...deps]);
}
