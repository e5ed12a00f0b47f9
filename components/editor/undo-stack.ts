/** What was, what is, and what was undone. Values are never changed, so a step costs what it differs by. */
export type UndoStack<T> = Readonly<{
  past: readonly T[];
  now: T;
  future: readonly T[];
  /** Names the change that `now` came from; the next one of the same name joins it. */
  by: string | null;
}>;

const DEPTH = 200;

export function startedWith<T>(now: T): UndoStack<T> {
  return { past: [], now, future: [], by: null };
}

/** @param by changes of the same name in a row are one step back: ten presses of an arrow key, a number being typed. */
export function changedTo<T>(stack: UndoStack<T>, now: T, by: string | null = null): UndoStack<T> {
  if (now === stack.now) return stack;
  const joins = by !== null && by === stack.by;
  return { past: joins ? stack.past : [...stack.past, stack.now].slice(-DEPTH), now, future: [], by };
}

export function undone<T>(stack: UndoStack<T>): UndoStack<T> {
  const now = stack.past.at(-1);
  if (now === undefined) return stack;
  return { past: stack.past.slice(0, -1), now, future: [stack.now, ...stack.future], by: null };
}

export function redone<T>(stack: UndoStack<T>): UndoStack<T> {
  const [now, ...future] = stack.future;
  if (now === undefined) return stack;
  return { past: [...stack.past, stack.now], now, future, by: null };
}

/** The next change begins a step of its own. */
export function settled<T>(stack: UndoStack<T>): UndoStack<T> {
  return stack.by === null ? stack : { ...stack, by: null };
}
