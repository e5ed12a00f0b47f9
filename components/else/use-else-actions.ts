import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { common } from '../../lib/i18n/common/common.ts';
import { elsewhere } from '../../lib/i18n/else/else.ts';
import { momentOfMinute } from '../issue/local-minute.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import type { ElseModel } from './else-model.ts';

export type ElseActions = Readonly<{
  /** Code of a storage failure, or `empty`. */
  problem: ReadonlySignal<string | null>;
  badTime: ReadonlySignal<boolean>;
  /** Puts it on disk, then shows it in the log, with a way to take it back. */
  record(): Promise<void>;
}>;

export function useElseActions(model: ElseModel): ElseActions {
  const t = useText(elsewhere);
  const c = useText(common);
  const { services, toasts } = useApp();
  const [problem, badTime] = useMemo(() => [signal<string | null>(null), signal(false)] as const, []);

  async function record(): Promise<void> {
    if (model.saving.peek() || model.taking.peek() > 0) return;
    const { when, minute, plusMinusMin } = model.fields.peek();
    const at = when === 'now' ? null : momentOfMinute(minute, services.log.now());
    badTime.value = when === 'earlier' && at === null;
    problem.value = model.empty.peek() ? 'empty' : null;
    if (badTime.peek() || problem.peek() !== null) return;
    const done = await model.record(at === null ? null : { at, plusMinusMin });
    if (!done.ok) {
      problem.value = done.code;
      return;
    }
    const { issueId, key } = done;
    toasts.show({
      text: t.recorded(key),
      action: { label: c.undo, run: () => void services.log.edit.trash(issueId) },
    });
    location.hash = `#/log/${issueId}`;
  }
  return { problem, badTime, record };
}
