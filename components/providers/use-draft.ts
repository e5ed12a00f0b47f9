import { useState } from 'preact/hooks';
import { draftOf, keepDraft } from './drafts.ts';

export type Draft<T extends object> = Readonly<{
  value: T;
  change(part: Partial<T>): void;
  /** Saved or given up: the form begins anew. */
  drop(): void;
  /** Something was typed that is not saved. */
  touched: boolean;
}>;

/** The fields of a form; what was typed outlives the form within this page. `key` names it and what it is about. */
export function useDraft<T extends object>(key: string, initial: () => T): Draft<T> {
  const [, redraw] = useState(0);
  const left = draftOf<T>(key);
  const value = left ?? initial();
  const keep = (draft: T | null): void => {
    keepDraft(key, draft);
    redraw((times) => times + 1);
  };
  return {
    value,
    touched: left !== null,
    change: (part) => keep({ ...(draftOf<T>(key) ?? value), ...part }),
    drop: () => keep(null),
  };
}
