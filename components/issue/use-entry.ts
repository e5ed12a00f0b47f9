import { useState } from 'preact/hooks';
import type { EventKind } from '../../lib/domain/accountability/timeline.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import {
  draftOf,
  emptyDraft,
  lineOf,
  withEvent,
  type Channel,
  type DraftProblem,
  type EntryDraft,
} from './entry-draft.ts';
import type { TimelineLine } from '../../lib/domain/issue/timeline-of.ts';

export type Entry = Readonly<{
  draft: EntryDraft;
  problem: DraftProblem | null;
  busy: boolean;
  choose(event: EventKind): void;
  change(change: Partial<EntryDraft>): void;
  /** Writes it; a problem is shown where it is. */
  add(): void;
}>;

/** People go on in the way they began: the last channel of the issue. */
function lastChannel({ timeline: lines }: Issue): Channel | '' {
  return lines.findLast(({ holds }) => holds?.channel !== undefined)?.holds?.channel ?? '';
}

/** One line being written: a new one, or with `correcting` what is to stand in the place of that one. */
export function useEntry(
  issue: Issue,
  actions: Actions,
  {
    first = '',
    correcting,
    onDone,
  }: Readonly<{ first?: EventKind | ''; correcting?: TimelineLine; onDone?: () => void }> = {},
): Entry {
  const t = useText(timeline);
  const { services } = useApp();
  const fresh = (): EntryDraft => emptyDraft('', lastChannel(issue));
  const [draft, setDraft] = useState<EntryDraft>(() =>
    correcting === undefined
      ? first === ''
        ? fresh()
        : withEvent(fresh(), first)
      : (draftOf(correcting) ?? fresh()),
  );
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const [busy, setBusy] = useState(false);
  function change(changed: Partial<EntryDraft>): void {
    setProblem(null);
    setDraft((now) => ({ ...now, ...changed }));
  }
  async function write(): Promise<void> {
    const line = lineOf(draft, services.log.now());
    if (typeof line === 'string') return setProblem(line);
    setBusy(true);
    const said = correcting === undefined ? t.added(t.event[line.event]) : t.corrected;
    const result = await actions.edited(
      correcting === undefined
        ? services.timeline.add(issue.id, line)
        : services.timeline.correct(issue.id, correcting.place, line),
      said,
    );
    setBusy(false);
    if (!result.ok) return;
    setDraft({ ...emptyDraft('', draft.channel) });
    onDone?.();
  }
  return {
    draft,
    problem,
    busy,
    choose: (event) => change(withEvent(draft, event)),
    change,
    add: () => void write(),
  };
}
