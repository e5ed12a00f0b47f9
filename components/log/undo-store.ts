import type { BulkOptions, BulkResult } from '../../lib/app/log/bulk.ts';
import type { EditResult } from '../../lib/app/log/edits.ts';

type Way = (options: BulkOptions) => Promise<EditResult | BulkResult>;

/** What `z` takes back: the changes of this window, latest first. */
export type UndoStore = Readonly<{
  push(way: Way): void;
  /** The latest change's way back, taken off the stack. */
  pop(): Way | null;
  /** Takes one certain way off, when its own toast was used. */
  drop(way: Way): void;
}>;

const DEPTH = 50;

export function createUndoStore(): UndoStore {
  let ways: readonly Way[] = [];
  return {
    push(way) {
      ways = [...ways.slice(-(DEPTH - 1)), way];
    },
    pop() {
      const last = ways.at(-1) ?? null;
      ways = ways.slice(0, -1);
      return last;
    },
    drop(way) {
      ways = ways.filter((one) => one !== way);
    },
  };
}
