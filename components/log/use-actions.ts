import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { BulkDone, BulkOptions, BulkResult } from '../../lib/app/log/bulk.ts';
import type { EditResult } from '../../lib/app/log/edits.ts';
import { failureCode } from '../../lib/app/log/failure.ts';
import type { IssueId } from '../../lib/app/log/log-service.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import type { SelectionStore } from './selection-store.ts';
import type { UndoStore } from './undo-store.ts';

export type Work = Readonly<{ done: number; of: number; stop: () => void }>;

/** Doing things to issues, with progress, a word about the result, and the way back. */
export type Actions = Readonly<{
  /** Work under way, for the progress line; null when idle. */
  work: ReadonlySignal<Work | null>;
  /** Finds out which issues are ticked and does it to them; the ticks go when it was done. */
  forSelected(
    selection: SelectionStore,
    act: (ids: readonly IssueId[]) => Promise<boolean> | void,
  ): Promise<void>;
  trash(ids: readonly IssueId[]): Promise<boolean>;
  restore(ids: readonly IssueId[]): Promise<boolean>;
  addLabel(ids: readonly IssueId[], label: string): Promise<boolean>;
  purge(ids: readonly IssueId[]): Promise<boolean>;
  /** A change whose way back is offered at once. */
  offering(change: () => Promise<EditResult>, said: string): Promise<boolean>;
  /** An edit made elsewhere on the page: says what failed, keeps the way back for `z`. */
  edited(result: Promise<EditResult>, said?: string): Promise<EditResult>;
  undo(): Promise<void>;
  /** Says a failure. */
  failed(code: string): void;
}>;

export function useActions(undo: UndoStore): Actions {
  const { services, toasts } = useApp();
  const t = useText(log);
  const c = useText(common);
  const work = useMemo(() => signal<Work | null>(null), []);

  function failed(code: string): void {
    toasts.show({ tone: 'problem', text: t.failed_(failureText(c, code)) });
  }

  /** Runs one piece of long work at a time. */
  async function run(
    act: (options: BulkOptions) => Promise<BulkResult | EditResult>,
  ): Promise<BulkResult | EditResult | null> {
    if (work.value !== null) return null;
    const controller = new AbortController();
    const stop = (): void => controller.abort();
    try {
      const result = await act({
        signal: controller.signal,
        // A handful needs no progress line; it would only flicker.
        onProgress: (done, of) => {
          work.value = of > 200 ? { done, of, stop } : null;
        },
      });
      if (!result.ok) failed(result.code);
      return result;
    } catch (error) {
      failed(failureCode(error));
      return null;
    } finally {
      work.value = null;
    }
  }

  type Way = Parameters<UndoStore['push']>[0];
  async function goBack(way: Way): Promise<void> {
    undo.drop(way);
    const result = await run(way);
    if (result?.ok === true) toasts.show({ text: t.done.undone });
  }

  async function bulk(
    act: (options: BulkOptions) => Promise<BulkResult>,
    said: (count: number) => string,
  ): Promise<boolean> {
    const result = await run(act);
    if (result === null || !result.ok || !('count' in result)) return false;
    const done: BulkDone = result;
    const way = done.undo;
    if (way !== null) undo.push(way);
    toasts.show({
      text: done.stopped ? t.done.stopped(done.count) : said(done.count),
      ...(way === null ? {} : { action: { label: t.done.undo, run: () => void goBack(way) } }),
    });
    return true;
  }

  return {
    work,
    failed,
    async forSelected(selection, act) {
      try {
        const ids = await services.log.bulk.resolve(selection.selection(), new AbortController().signal);
        if ((await act(ids)) === true) selection.clear();
      } catch (error) {
        failed(failureCode(error));
      }
    },
    trash: (ids) => bulk((options) => services.log.bulk.trash(ids, options), t.done.trashed),
    restore: (ids) => bulk((options) => services.log.bulk.restore(ids, options), t.done.restored),
    addLabel: (ids, label) =>
      bulk(
        (options) => services.log.bulk.addLabel(ids, label, options),
        (count) => t.done.labelled(count, label),
      ),
    purge: (ids) => bulk((options) => services.log.bulk.purge(ids, options), t.done.purged),
    async offering(change, said) {
      const result = await run(change);
      if (result === null || !result.ok) return false;
      const way = result.undo;
      if (way !== null) undo.push(way);
      toasts.show({
        text: said,
        ...(way === null ? {} : { action: { label: t.done.undo, run: () => void goBack(way) } }),
      });
      return true;
    },
    async edited(pending, said) {
      const result = await pending;
      if (!result.ok) {
        failed(result.code);
        return result;
      }
      const way = result.undo;
      if (way !== null) undo.push(way);
      if (said !== undefined)
        toasts.show({
          text: said,
          ...(way === null ? {} : { action: { label: t.done.undo, run: () => void goBack(way) } }),
        });
      return result;
    },
    async undo() {
      const way = undo.pop();
      if (way === null) toasts.show({ text: t.done.nothingToUndo });
      else await goBack(way);
    },
  };
}
