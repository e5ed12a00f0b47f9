import { batch, effect, signal, untracked } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { followsAccounts, queryOf, viewOf } from '../../lib/app/log/log-filter.ts';
import type { LogFilter } from '../../lib/app/log/log-filter.ts';
import type { EventKind } from '../../lib/domain/accountability/timeline.ts';
import type { IssueId, LogService } from '../../lib/app/log/log-service.ts';
import type { AccountsService } from '../../lib/app/accounts/account-service.ts';
import { createAccountCache, type AccountCache } from './account-cache.ts';
import { createListStore } from './list-store.ts';
import type { ListStore } from './list-store.ts';
import { createRouteStore } from './log-route.ts';
import type { RouteStore } from './log-route.ts';
import { createSelectionStore } from './selection-store.ts';
import type { SelectionStore } from './selection-store.ts';
import { createUndoStore } from './undo-store.ts';
import type { UndoStore } from './undo-store.ts';

/** The line that the keyboard is on. It follows its issue when the list changes around it. */
export type Active = Readonly<{ index: number; id: IssueId | null }>;

/** A key, or a button of the list, asks to note something about an issue. A new object each time. */
export type Wish = Readonly<
  { issueId: IssueId } & ({ what: 'entry'; event: EventKind | null } | { what: 'promise' | 'system' })
>;

/** State of the log screen; the components only draw it. */
export type LogModel = Readonly<{
  list: ListStore;
  accounts: AccountCache;
  selection: SelectionStore;
  undo: UndoStore;
  route: RouteStore;
  active: Signal<Active>;
  /** What is to be noted about which issue; the open issue takes it into its own form, else a dialog asks. */
  wish: Signal<Wish | null>;
  /** Moves the keyboard's line; clamps at both ends. */
  moveTo(index: number): void;
  /** Ticks everything between the anchor (where the last tick was) and the line. */
  selectRange(to: number): Promise<void>;
  toggle(index: number): void;
  selectAll(): void;
  /** `replace`: stepping from issue to issue leaves no trail for the Back button. */
  open(id: IssueId, options?: Readonly<{ replace?: boolean }>): void;
  close(): void;
  setFilter(change: Partial<LogFilter>, options?: Readonly<{ replace?: boolean }>): void;
  dispose(): void;
}>;

export type LogModelDeps = Readonly<{
  log: LogService;
  accounts: Pick<AccountsService, 'rows' | 'onChange' | 'liveCounts'>;
  page: Window;
  idle: (task: () => void) => () => void;
  later: (task: () => void, ms: number) => () => void;
}>;

export function createLogModel({ log, accounts: service, page, idle, later }: LogModelDeps): LogModel {
  const route = createRouteStore(page);
  const list = createListStore({ log, idle, later }, route.route.value.filter);
  const accounts = createAccountCache(service, () => {
    if (followsAccounts(list.snapshot.peek().filter)) list.refresh();
  });
  const selection = createSelectionStore();
  const active = signal<Active>({ index: 0, id: route.route.value.issue });
  const wish = signal<Wish | null>(null);
  let anchor = 0;
  let shown = queryOf(route.route.value.filter);

  const stops = [
    effect(() => {
      const { filter } = route.route.value;
      const query = queryOf(filter);
      if (query === shown) return;
      shown = query;
      untracked(() =>
        batch(() => {
          list.setFilter(filter);
          selection.clear();
          active.value = { index: 0, id: null };
        }),
      );
      anchor = 0;
    }),
    effect(() => {
      // Rows came or moved: find the line again by its issue, else stay at the same height.
      void list.revision.value;
      untracked(() => {
        const { index, id } = active.value;
        const found = id === null ? -1 : list.indexOf(id);
        const last = Math.max(0, (list.snapshot.value.total ?? list.snapshot.value.head.length) - 1);
        const at = found === -1 ? Math.min(index, last) : found;
        const row = list.rowAt(at);
        const next = row?.id ?? null;
        if (at !== index || (next !== null && next !== id)) active.value = { index: at, id: next };
      });
    }),
  ];

  function lines(): number {
    return list.snapshot.value.total ?? list.snapshot.value.head.length;
  }
  function moveTo(index: number): void {
    const at = Math.max(0, Math.min(index, lines() - 1));
    active.value = { index: at, id: list.rowAt(at)?.id ?? null };
  }

  return {
    list,
    accounts,
    selection,
    undo: createUndoStore(),
    route,
    active,
    wish,
    moveTo,
    async selectRange(to) {
      const from = anchor;
      selection.add(await list.idsBetween(from, to));
    },
    toggle(index) {
      const row = list.rowAt(index);
      if (row === null || row === undefined) return;
      anchor = index;
      selection.toggle(row.id);
    },
    selectAll() {
      const { filter, total } = list.snapshot.value;
      if (total !== null && total > 0) selection.all(viewOf(filter, log.now()), filter.text, total);
    },
    open(id, options) {
      route.go({ ...route.route.value, issue: id }, options);
    },
    close() {
      route.go({ ...route.route.value, issue: null });
    },
    setFilter(change, options) {
      const next = { ...route.route.value.filter, ...change };
      route.go({ ...route.route.value, filter: next }, options);
    },
    dispose() {
      for (const stop of stops) stop();
      accounts.dispose();
      list.dispose();
      route.dispose();
    },
  };
}
