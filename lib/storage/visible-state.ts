import { problem, type StorageProblem } from './failure.ts';
import type { StoreState, Unsubscribe } from './types/life.ts';

export type VisibleState = Readonly<{
  get(): StoreState;
  settle(next: StoreState): void;
  subscribe(listener: (state: StoreState) => void): Unsubscribe;
}>;

/** The state of a connection for everyone to see; listeners hear of real changes only. */
export function createVisibleState(): VisibleState {
  let state: StoreState = { kind: 'opening' };
  const listeners = new Set<(state: StoreState) => void>();
  return {
    get: () => state,
    settle(next) {
      if (JSON.stringify(next) === JSON.stringify(state)) return;
      state = next;
      for (const listener of listeners) listener(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(state);
      return () => listeners.delete(listener);
    },
  };
}

/** Why nothing can be asked of a connection in this state. */
export function refusalIn(state: StoreState): StorageProblem {
  switch (state.kind) {
    case 'closed-by-update':
      return problem('closed');
    case 'unavailable':
    case 'disk-full':
      return problem(state.code);
    case 'blocked':
      return problem('blocked');
    default:
      return problem('unavailable');
  }
}
