import type { CaptureId } from '../../domain/ledger/primitives.ts';
import type { Machine } from '../../capture/environment.ts';
import type { Store } from '../../storage/types/store.ts';
import type { PendingCapture } from '../../storage/types/unfinished.ts';
import { BY_US, momentOf } from '../moment.ts';
import { entriesOfRecord, recordOf } from './capture-entry.ts';
import type { Drafts } from './drafts.ts';
import { environmentOf } from './evidence-of.ts';
import type { Journal, JournalLine } from './journal.ts';
import { pendingFacts } from './page-facts.ts';
import type { PendingFacts } from './page-facts.ts';

export type RecoverDeps = Readonly<{
  store: Pick<Store, 'append' | 'pending' | 'drafts' | 'issue'>;
  journal: Journal;
  drafts: Drafts;
  machine: () => Promise<Machine>;
  now: () => Date;
  newIssueId: () => PendingFacts['issueId'];
  /** A capture of this run, or a popup that is still open: not ours to finish. */
  inUse: (id: CaptureId) => boolean;
}>;

export type Recovered = Readonly<{
  captures: number;
  texts: number;
  /** Journal lines the database still refuses. */ waiting: number;
}>;

/** Finishes what an earlier run of the background left behind (faults.md F4, F9, F17). Safe to run at any time, twice, or half. */
export async function recover(deps: RecoverDeps): Promise<Recovered> {
  const { journal, store, inUse } = deps;
  let captures = 0;
  let texts = 0;
  let waiting = 0;
  for (const line of await journal.list().catch(() => [])) {
    if (await drain(deps, line)) captures += 1;
    else waiting += 1;
  }
  for (const row of await store.pending.list().catch(() => [])) {
    if (inUse(row.captureId)) continue;
    if (await finishPending(deps, row)) captures += 1;
  }
  for (const draft of await store.drafts.list().catch(() => [])) {
    if (inUse(draft.captureId)) continue;
    const finished = await deps.drafts.finish(draft.captureId);
    if (finished.ok && finished.written) texts += 1;
    const orphan = !finished.ok && finished.code === 'no-such-issue' && waiting === 0;
    // Its issue was purged: the words go too. While anything waits in the journal, its issue may be in there.
    if (orphan) await store.drafts.remove(draft.captureId).catch(() => undefined);
  }
  return { captures, texts, waiting };
}

/** Moves one journal line into the ledger; false when the database still refuses. */
async function drain({ store, journal, now }: RecoverDeps, line: JournalLine): Promise<boolean> {
  try {
    if (line.capture) {
      const appended = await store.append(entriesOfRecord(line.capture), {
        clear: { pending: line.captureId },
      });
      if (!appended.ok) return false;
    }
    if (line.text && line.text.text.trim() !== '') {
      const text = line.text.text.trim();
      const issue = await store.issue(line.issueId);
      if (issue && issue.description !== text) {
        const body = line.text.masked > 0 ? { text, masked: line.text.masked } : { text };
        const appended = await store.append({
          kind: 'issue.described',
          issueId: line.issueId,
          ...momentOf(now()),
          ...BY_US,
          body,
        });
        if (!appended.ok) return false;
      }
    }
    await journal.remove(line.captureId);
    return true;
  } catch {
    return false;
  }
}

async function finishPending(deps: RecoverDeps, row: PendingCapture): Promise<boolean> {
  const parsed = pendingFacts.safeParse(row.data);
  const facts: PendingFacts = parsed.success
    ? parsed.data
    : {
        issueId: deps.newIssueId(),
        via: 'recovered',
        tabId: null,
        ...momentOf(new Date(row.startedAt)),
        page: { url: null, host: null, title: '', truncated: false },
        masked: {},
      };
  const outcome = { ok: false, reason: 'interrupted' } as const; // as: keeps the literals
  const record = recordOf({
    captureId: row.captureId,
    facts: { ...facts, via: 'recovered' },
    picture: { state: 'missing', reason: 'interrupted' },
    findings: {
      state: 'unknown',
      httpStatus: null,
      evidence: { state: 'missing', reason: 'interrupted', chips: [] },
      masked: {},
    },
    environment: environmentOf(await deps.machine(), null, outcome),
    changedDuringCapture: false,
    tookMs: Math.max(0, deps.now().getTime() - new Date(facts.at).getTime()),
  });
  // Asked again after the awaits above: the popup may have sent its message anew.
  if (deps.inUse(row.captureId)) return false;
  try {
    const appended = await deps.store.append(entriesOfRecord(record), { clear: { pending: row.captureId } });
    return appended.ok && !appended.duplicate;
  } catch {
    return false;
  }
}
