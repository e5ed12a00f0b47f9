import { useEffect, useState } from 'preact/hooks';

/** Anything that pushes values until it is told to stop. */
export type Subscribe<T> = (listener: (value: T) => void) => () => void;

/** The latest value of a subscription, `initial` until the first one. Give a stable `subscribe`, or the deps it hangs on. */
export function useLive<T>(subscribe: Subscribe<T>, initial: T, deps: readonly unknown[] = [subscribe]): T {
  const [value, setValue] = useState<T>(initial);
  useEffect(() => subscribe((next) => setValue(() => next)), deps);
  return value;
}
