/** What became of a call to the browser that may never answer. */
export type Limited<T> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; timedOut: true }>
  | Readonly<{ ok: false; timedOut: false; error: unknown }>;

/** Waits at most `ms` milliseconds. A late answer is dropped; a late failure is not reported as unhandled. */
export async function withTimeLimit<T>(work: () => Promise<T>, ms: number): Promise<Limited<T>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ ok: false, timedOut: true }), Math.max(0, ms));
    const settle = (outcome: Limited<T>) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    // Called at once: what the browser is asked first, it does first.
    begun(work).then(
      (value) => settle({ ok: true, value }),
      (error: unknown) => settle({ ok: false, timedOut: false, error }),
    );
  });
}

/** A call that throws before it returns a promise has failed like any other. */
async function begun<T>(work: () => Promise<T>): Promise<T> {
  return work();
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : typeof error === 'string' ? error : '';
}
