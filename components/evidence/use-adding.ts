import { useRef, useState } from 'preact/hooks';
import type { AttachmentService, Chosen, Refused } from '../../lib/app/attachments/attachment-service.ts';
import { failureCode } from '../../lib/app/log/failure.ts';
import type { EvidenceVia } from '../../lib/domain/issue/evidence-bodies.ts';
import type { IssueId } from '../../lib/domain/ledger/primitives.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';

export type Adding = Readonly<{
  /** null: nothing is being added. */
  progress: Readonly<{ done: number; total: number }> | null;
  /** What was not taken the last time, and why. */
  refused: readonly Refused[];
  add(chosen: readonly Chosen[], via: EvidenceVia): void;
  cancel(): void;
}>;

/** Adds to one issue, one lot after the other, and says what became of it. */
export function useAdding(issueId: IssueId, actions: Actions): Adding {
  const { services } = useApp();
  const { attachments } = services;
  const t = useText(evidence).add;
  const [progress, setProgress] = useState<Adding['progress']>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const running = useRef<AbortController | null>(null);
  // Whatever is given while something is being added comes next, and leaving the issue stops nothing.
  const last = useRef<Promise<void>>(Promise.resolve());

  type Result = Awaited<ReturnType<AttachmentService['addFiles']>>;
  async function tell(result: Result): Promise<void> {
    if (!result.ok) {
      if (result.code !== 'cancelled') actions.failed(result.code);
      return;
    }
    setRefused(result.refused);
    if (result.added === 0 || result.undo === null) return;
    const said = [
      t.done(result.added),
      ...(result.masked > 0 ? [t.masked(result.masked)] : []),
      ...(result.leftOut > 0 ? [t.leftOut(result.leftOut)] : []),
    ];
    const { masked, undo } = result;
    await actions.edited(Promise.resolve({ ok: true, masked, undo }), said.join(' '));
  }

  async function run(chosen: readonly Chosen[], via: EvidenceVia): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setRefused([]);
    setProgress({ done: 0, total: chosen.length });
    try {
      const { signal } = controller;
      const onProgress = (done: number, total: number): void => setProgress({ done, total });
      await tell(await attachments.addFiles(issueId, chosen, via, { signal, onProgress }));
    } catch (error) {
      actions.failed(failureCode(error));
    } finally {
      running.current = null;
      setProgress(null);
    }
  }

  return {
    progress,
    refused,
    add(chosen, via) {
      if (chosen.length > 0) last.current = last.current.then(() => run(chosen, via));
    },
    cancel: () => running.current?.abort(),
  };
}
