import { outcomeOf } from '../../domain/accountability/statistics/promises.ts';
import { promiseFigure, promisesOf, type IssuePromise } from '../../domain/issue/promises-of.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import { msOf } from '../../domain/time/instant.ts';
import { cutAt } from '../../domain/text/cut.ts';
import type { EditDeps, EditResult } from '../log/edits.ts';
import { createStamp } from '../log/stamp.ts';
import { liveUntil } from '../live-until.ts';
import type { Later } from '../timers.ts';
import type { PromiseFilter, PromiseService } from './promise-service.ts';

export type PromiseDeps = EditDeps &
  Readonly<{
    later: Later;
    newId: () => string;
    /** Who is responsible for an issue; null: nobody is known. */
    providerOf(issueId: IssueId): Promise<string | null>;
  }>;

type PromiseNews = Extract<NewEntry, { kind: `promise.${string}` }>;

const LINE = 500;
const REASON = 2000;

export const isOpen = ({ deliveredAt, withdrawn }: IssuePromise): boolean =>
  deliveredAt === null && withdrawn === null;

function fits(promise: IssuePromise, { owner, providerId, issueId, open }: PromiseFilter): boolean {
  if (owner !== undefined && promise.owner !== owner) return false;
  if (providerId !== undefined && promise.providerId !== providerId) return false;
  if (issueId !== undefined && promise.issueId !== issueId) return false;
  return open === undefined || isOpen(promise) === open;
}

/** The next time at which a promise becomes overdue. */
export function nextTurn(promises: readonly IssuePromise[], now: number): number | null {
  const dues = promises
    .filter(isOpen)
    .flatMap(({ due, dueOriginal }) => [msOf(due) + 1, msOf(dueOriginal) + 1])
    .filter((at) => at > now);
  return dues.length === 0 ? null : Math.min(...dues);
}

export function createPromiseService(deps: PromiseDeps): PromiseService {
  const { store, now, zone, scrub, newId, providerOf } = deps;
  const stamp = createStamp(now, zone);

  async function clean(text: string | undefined, max: number) {
    if (text === undefined || text.trim() === '') return { value: undefined, masked: 0 };
    const { value, masked } = await scrub(text.toWellFormed().trim());
    return { value: cutAt(value, max), masked };
  }

  const all = async (): Promise<IssuePromise[]> => promisesOf(await store.marked('promise'));

  /** Undo takes back what was said: nothing of it counts, not even as a move. */
  async function write(entry: PromiseNews, masked: number): Promise<EditResult> {
    const result = await store.append(entry);
    if (!result.ok) return result;
    const written = result.entries.at(-1);
    if (written === undefined) return { ok: true, masked, undo: null };
    const { ledger, n } = written;
    const body = { promiseId: entry.body.promiseId, ledger, n };
    const of = entry.issueId === undefined ? {} : { issueId: entry.issueId };
    const undo = () => write({ ...stamp(), kind: 'promise.reverted', ...of, body }, 0);
    return { ok: true, masked, undo };
  }

  /** Stands with the issue of the promise, and goes with it. */
  const ofIssue = ({ issueId }: IssuePromise) => (issueId === null ? {} : { issueId });

  async function change(
    promiseId: string,
    act: (promise: IssuePromise) => Promise<EditResult>,
  ): Promise<EditResult> {
    const promise = (await all()).find((one) => one.promiseId === promiseId);
    return promise === undefined ? { ok: false, code: 'invalid', paths: ['promiseId'] } : act(promise);
  }

  return {
    live: (filter, onValue, onError) =>
      liveUntil(
        deps,
        async () => (await all()).filter((promise) => fits(promise, filter)),
        (promises) => {
          const at = now().getTime();
          onValue(promises.map((one) => ({ ...one, outcome: outcomeOf(promiseFigure(one), at) })));
          return nextTurn(promises, at);
        },
        onError,
      ),
    async make({ owner, deliverable, due, issueId, contactId, acceptance, at, ...given }) {
      const what = await clean(deliverable, LINE);
      const shown = await clean(acceptance, LINE);
      if (what.value === undefined) return { ok: false, code: 'invalid', paths: ['deliverable'] };
      const providerId =
        given.providerId ?? (issueId === undefined ? null : await providerOf(issueId)) ?? undefined;
      const promiseId = newId();
      const entry: PromiseNews = {
        ...stamp(at),
        kind: 'promise.made',
        ...(issueId === undefined ? {} : { issueId }),
        body: {
          promiseId,
          owner,
          deliverable: what.value,
          due: due.toISOString(),
          ...(providerId === undefined ? {} : { providerId }),
          ...(contactId === undefined ? {} : { contactId }),
          ...(shown.value === undefined ? {} : { acceptance: shown.value }),
        },
      };
      return write(entry, what.masked + shown.masked);
    },
    move: (promiseId, { due, agreed, reason, at }) =>
      change(promiseId, async (promise) => {
        const why = await clean(reason, REASON);
        const body = {
          promiseId,
          due: due.toISOString(),
          agreed,
          ...(why.value === undefined ? {} : { reason: why.value }),
        };
        return write({ ...stamp(at), kind: 'promise.moved', ...ofIssue(promise), body }, why.masked);
      }),
    keep: (promiseId, at) =>
      change(promiseId, (promise) =>
        write({ ...stamp(at), kind: 'promise.kept', ...ofIssue(promise), body: { promiseId } }, 0),
      ),
    withdraw: (promiseId, { agreed, reason }) =>
      change(promiseId, async (promise) => {
        const why = await clean(reason, REASON);
        const body = { promiseId, agreed, ...(why.value === undefined ? {} : { reason: why.value }) };
        return write({ ...stamp(), kind: 'promise.withdrawn', ...ofIssue(promise), body }, why.masked);
      }),
  };
}
