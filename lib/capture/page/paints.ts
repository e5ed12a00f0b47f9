/** Waits at most `ms`. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    work.catch(() => undefined),
    new Promise((done) => {
      timer = setTimeout(done, ms);
    }),
  ]);
  clearTimeout(timer);
}

/** Two frames: the first draws what was changed, the second begins once that is on the screen. */
export function twoPaints(): Promise<void> {
  return within(250, new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
