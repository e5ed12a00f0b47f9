/** faults.md F31: an update closes our pages, so it waits until none is open and nothing is being recorded. */
export type UpdateGate = Readonly<{
  /** A new version lies ready. */
  available(): void;
  /** Something ended that may have kept the update waiting. */
  recheck(): void;
}>;

export function createUpdateGate(
  deps: Readonly<{ busy: () => Promise<boolean>; reload: () => void }>,
): UpdateGate {
  let waiting = false;
  async function recheck(): Promise<void> {
    if (!waiting || (await deps.busy())) return;
    waiting = false;
    deps.reload();
  }
  return {
    available() {
      waiting = true;
      void recheck();
    },
    recheck: () => void recheck(),
  };
}
