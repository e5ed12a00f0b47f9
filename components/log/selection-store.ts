import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { LogSelection } from '../../lib/app/log/bulk.ts';
import type { IssueId, View } from '../../lib/app/log/log-service.ts';

type Marked =
  | Readonly<{ kind: 'some'; ids: ReadonlySet<IssueId> }>
  | Readonly<{ kind: 'view'; view: View; text: string; total: number; except: ReadonlySet<IssueId> }>;

/** Which issues are ticked. "All" is kept as the view itself: 100,000 ids are not gathered until something is done. */
export type SelectionStore = Readonly<{
  count: ReadonlySignal<number>;
  marked: ReadonlySignal<Marked>;
  has(id: IssueId): boolean;
  toggle(id: IssueId): void;
  add(ids: readonly IssueId[]): void;
  all(view: View, text: string, total: number): void;
  clear(): void;
  /** For the bulk actions. */
  selection(): LogSelection;
}>;

const NONE: Marked = { kind: 'some', ids: new Set() };

export function createSelectionStore(): SelectionStore {
  const marked = signal<Marked>(NONE);
  const count = computed(() =>
    marked.value.kind === 'some'
      ? marked.value.ids.size
      : Math.max(0, marked.value.total - marked.value.except.size),
  );
  function flipped(set: ReadonlySet<IssueId>, id: IssueId): ReadonlySet<IssueId> {
    const next = new Set(set);
    if (!next.delete(id)) next.add(id);
    return next;
  }
  return {
    count,
    marked,
    has: (id) => (marked.value.kind === 'some' ? marked.value.ids.has(id) : !marked.value.except.has(id)),
    toggle(id) {
      const now = marked.value;
      marked.value =
        now.kind === 'some'
          ? { kind: 'some', ids: flipped(now.ids, id) }
          : { ...now, except: flipped(now.except, id) };
    },
    add(ids) {
      const now = marked.value;
      if (now.kind === 'some') marked.value = { kind: 'some', ids: new Set([...now.ids, ...ids]) };
      else marked.value = { ...now, except: new Set([...now.except].filter((id) => !ids.includes(id))) };
    },
    all(view, text, total) {
      marked.value = { kind: 'view', view, text, total, except: new Set() };
    },
    clear() {
      if (count.value > 0 || marked.value.kind === 'view') marked.value = NONE;
    },
    selection: () => marked.value,
  };
}
