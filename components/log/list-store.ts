import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { failureCode } from '../../lib/app/log/failure.ts';
import { viewOf } from '../../lib/app/log/log-filter.ts';
import type { LogFilter } from '../../lib/app/log/log-filter.ts';
import type { IssueId, ListRow, LogCounts, LogService, View } from '../../lib/app/log/log-service.ts';
import { countOf, EMPTY, FIRST_PAGE, numberAt } from './list-snapshot.ts';
import type { Snapshot } from './list-snapshot.ts';
import { createRowCache, fillCache } from './row-cache.ts';
import type { RowCache } from './row-cache.ts';
import { searchInto } from './search-into.ts';

/** Rows are fetched in blocks, so that scrolling asks seldom. */
const BLOCK = 40;

export type ListStore = Readonly<{
  snapshot: ReadonlySignal<Snapshot>;
  counts: ReadonlySignal<LogCounts | null>;
  /** Storage code of the last failed read; null when reading works. */
  failure: ReadonlySignal<string | null>;
  /** Rises whenever rows arrived. */
  revision: ReadonlySignal<number>;
  setFilter(filter: LogFilter): void;
  /** Reads the view again, for what no change of the log tells. */
  refresh(): void;
  /** undefined: not here yet; null: could not be read. */
  rowAt(index: number): ListRow | null | undefined;
  /** Place of an issue among the rows known so far, −1 if none. */
  indexOf(id: IssueId): number;
  /** Tells what is on screen; fetches what is missing. */
  show(first: number, last: number): void;
  /** From the press of the mouse to its end no line becomes another one: a click means what it was aimed at. */
  hold(pressed: boolean): void;
  /** All issues from one place to another, both included. */
  idsBetween(first: number, last: number): Promise<readonly IssueId[]>;
  dispose(): void;
}>;

export type ListStoreDeps = Readonly<{
  log: LogService;
  /** Runs once the browser has painted and is idle; returns the cancel. */
  idle: (task: () => void) => () => void;
  /** Runs after a while; returns the cancel. */
  later: (task: () => void, ms: number) => () => void;
}>;

/** Changes of other windows are gathered for this long. */
const REFRESH_MS = 150;

export function createListStore({ log, idle, later }: ListStoreDeps, initial: LogFilter): ListStore {
  const snapshot = signal<Snapshot>({ ...EMPTY, filter: initial });
  const counts = signal<LogCounts | null>(null);
  const failure = signal<string | null>(null);
  const revision = signal(0);
  let cache: RowCache = createRowCache();
  let run = new AbortController();
  let visible = { first: 0, last: 0 };
  let cancelRefresh: (() => void) | null = null;
  let cancelOrder: (() => void) | null = null;
  let orderRunning: Promise<void> | null = null;
  let held = false;
  /** What came while held. */
  let heldBack: (() => void) | null = null;
  const asked = new Set<number>();

  function guard<T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T | void> {
    return work(signal).then(
      (value) => {
        if (!signal.aborted) failure.value = null;
        return value;
      },
      (error: unknown) => {
        if (signal.aborted) return;
        batch(() => {
          failure.value = failureCode(error);
          snapshot.value = { ...snapshot.value, phase: 'ready' };
        });
      },
    );
  }

  function start(filter: LogFilter, soft: boolean): void {
    run.abort();
    run = new AbortController();
    cancelOrder?.();
    cancelOrder = null;
    orderRunning = null;
    heldBack = null;
    const { signal: mine } = run;
    if (!soft) {
      visible = { first: 0, last: 0 };
      snapshot.value = { ...snapshot.value, filter, phase: 'loading' };
    }
    const view = viewOf(filter, log.now());
    void guard(
      filter.text.trim() === '' ? () => loadView(filter, view, mine) : () => search(filter, view, mine),
      mine,
    );
  }

  async function loadView(filter: LogFilter, view: View, mine: AbortSignal): Promise<void> {
    const wantsOrder = visible.last >= FIRST_PAGE;
    const [page, order, known] = await Promise.all([
      log.page(view, FIRST_PAGE),
      wantsOrder ? log.keys(view) : null,
      // With the first page, so that the height of the list is right at once and nobody has to count.
      counts.value ?? log.counts(),
    ]);
    if (mine.aborted) return;
    counts.value ??= known;
    const next = createRowCache();
    for (const row of page) if (row !== null) next.put(row.row, row);
    if (order !== null) await fill(next, [...order.subarray(visible.first, visible.last + 1)]);
    if (mine.aborted) return;
    const total = order?.length ?? (page.length < FIRST_PAGE ? page.length : countOf(view, counts.value));
    show({ filter, total, phase: 'ready', head: page.map((row) => row?.row ?? null), order }, next);
    if (total === null) cancelOrder = idle(() => void loadOrder());
    // The list may have been scrolled while this was read.
    fetchVisible();
  }

  function show(next: Snapshot, rows: RowCache): void {
    heldBack = held ? () => show(next, rows) : null;
    if (held) return;
    batch(() => {
      cache = rows;
      asked.clear();
      snapshot.value = next;
      revision.value += 1;
    });
  }

  const fill = (into: RowCache, numbers: readonly number[]): Promise<void> =>
    fillCache(into, numbers, log.rows);

  const search = (filter: LogFilter, view: View, mine: AbortSignal): Promise<void> => {
    snapshot.value = { ...snapshot.value, phase: 'searching' };
    return searchInto({ log, later }, filter, view, mine, {
      show,
      visible: () => visible,
      guard: (work) => void guard(work, mine),
    });
  };

  function loadOrder(): Promise<void> {
    cancelOrder?.();
    cancelOrder = null;
    const { filter } = snapshot.value;
    const { signal: mine } = run;
    orderRunning ??= guard(async () => {
      const order = await log.keys(viewOf(filter, log.now()));
      if (mine.aborted) return;
      snapshot.value = { ...snapshot.value, order, total: order.length };
      fetchVisible();
    }, mine).then(() => undefined);
    return orderRunning;
  }

  function fetchVisible(): void {
    const { order, total } = snapshot.value;
    const end = Math.min(Math.ceil((visible.last + 1) / BLOCK) * BLOCK, total ?? FIRST_PAGE);
    if (order === null) {
      if (end > FIRST_PAGE && snapshot.value.phase === 'ready') void loadOrder();
      return;
    }
    const from = Math.floor(visible.first / BLOCK) * BLOCK;
    const missing = [...order.subarray(from, end)].filter(
      (number) => !cache.has(number) && !asked.has(number),
    );
    if (missing.length === 0) return;
    for (const number of missing) asked.add(number);
    const into = cache;
    void guard(async () => {
      await fill(into, missing);
      for (const number of missing) asked.delete(number);
      if (into === cache) revision.value += 1;
    }, run.signal);
  }

  function refreshSoon(): void {
    cancelRefresh ??= later(() => {
      cancelRefresh = null;
      start(snapshot.value.filter, true);
    }, REFRESH_MS);
  }

  start(initial, false);
  let first = true;
  const stop = log.onChange(
    (value) => {
      counts.value = value;
      // Between reading the page and this first answer something may have been recorded.
      if (!first || snapshot.value.phase === 'ready') refreshSoon();
      first = false;
    },
    (code) => {
      failure.value = code;
    },
  );

  return {
    snapshot,
    counts,
    failure,
    revision,
    setFilter(filter) {
      start(filter, false);
    },
    refresh: refreshSoon,
    rowAt(index) {
      const number = numberAt(snapshot.value, index);
      return number === undefined || number === null ? number : cache.get(number);
    },
    indexOf(id) {
      const { order, head } = snapshot.value;
      const numbers = order ?? head;
      for (let i = 0; i < numbers.length; i += 1) {
        const number = numbers[i];
        if (number !== undefined && number !== null && cache.get(number)?.id === id) return i;
      }
      return -1;
    },
    show(from, to) {
      visible = { first: Math.max(0, from), last: Math.max(0, to) };
      fetchVisible();
    },
    hold(pressed) {
      held = pressed;
      if (!pressed) heldBack?.();
    },
    async idsBetween(a, b) {
      const from = Math.min(a, b);
      const to = Math.max(a, b);
      if (snapshot.value.order === null && to >= snapshot.value.head.length) await loadOrder();
      const { order, head } = snapshot.value;
      const numbers = (order === null ? head.slice(from, to + 1) : [...order.subarray(from, to + 1)]).filter(
        (n) => n !== null,
      );
      const rows = await log.rows(numbers);
      return rows.flatMap((row) => (row === null ? [] : [row.id]));
    },
    dispose() {
      run.abort();
      cancelRefresh?.();
      cancelOrder?.();
      stop();
    },
  };
}
