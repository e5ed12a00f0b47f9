/** Runs a task after a while; returns the cancel. */
export type Later = (task: () => void, ms: number) => () => void;

/** The longest that `setTimeout` can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/** Runs at that time, however far away it is; a machine that slept runs it when it wakes. */
export function atTime(later: Later, now: () => Date, at: number, task: () => void): () => void {
  let cancel = (): void => undefined;
  const wait = (): void => {
    const left = at - now().getTime();
    cancel = later(left > LONGEST_MS ? wait : task, Math.min(LONGEST_MS, Math.max(0, left)));
  };
  wait();
  return () => cancel();
}
