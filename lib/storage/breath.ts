/** The screen belongs to the user again after so many ms. */
const SLICE_MS = 8;

/** To be awaited between the steps of long work: gives the screen back when its time has come. */
export function createBreath(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await yieldOnce();
    since = performance.now();
  };
}

function yieldOnce(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }; // as: not in TypeScript's library yet
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}
