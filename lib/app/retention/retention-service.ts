import { daysBefore, isOn, readRule } from '../../domain/issue/retention.ts';
import type { RetentionRule } from '../../domain/issue/retention.ts';
import { storageFailureOf } from '../../storage/failure.ts';
import type { StorageFailure } from '../../storage/types/storage-failure.ts';
import type { LocalArea } from '../local-area.ts';
import type { Bulk, BulkOptions, BulkResult } from '../log/bulk.ts';
import { findDue } from './find-due.ts';
import type { Due, FindDeps } from './find-due.ts';

export type { Due, RetentionRule };

/** What the rule did on its last day. `at`: when it ended. */
export type LastRun = Readonly<{ at: string; trashed: number; purged: number }>;
export type Looked =
  (Due & Readonly<{ ok: true }>) | StorageFailure | Readonly<{ ok: false; code: 'cancelled' }>;
export type RetentionRun =
  | Readonly<{
      ok: true;
      trashed: number;
      purged: number;
      stopped: boolean;
      /** What kept it from going on; what was done before stays done. */
      failed: StorageFailure['code'] | null;
      /** Brings back what went to the trash; null where nothing did. */
      undo: ((options: BulkOptions) => Promise<BulkResult>) | null;
    }>
  /** The accounts do not follow the log yet, so nobody can say what is closed. */
  | Readonly<{ ok: false; code: 'behind' }>;

export type RetentionService = Readonly<{
  /** The rule and what it did last, now and after every change by any window. */
  live(onValue: (rule: RetentionRule, last: LastRun | null) => void): () => void;
  /** What a rule would do now; it changes nothing. */
  look(rule: RetentionRule, signal: AbortSignal): Promise<Looked>;
  set(rule: RetentionRule): Promise<void>;
  /** Does what the rule says once each local day; null where it is off or was done already. */
  runDaily(options: BulkOptions): Promise<RetentionRun | null>;
}>;

export type RetentionDeps = FindDeps &
  Readonly<{
    store: FindDeps['store'];
    bulk: Pick<Bulk, 'trash' | 'purge'>;
    local: Pick<LocalArea, 'read' | 'write' | 'onChange'>;
    /** One window at a time. */
    alone: (task: () => Promise<void>) => Promise<void>;
  }>;

const RULE_KEY = 'retention';
const RUN_KEY = 'retention-run';

function readRun(value: unknown): LastRun | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('at' in value && 'trashed' in value && 'purged' in value)) return null;
  const { at, trashed, purged } = value;
  if (typeof at !== 'string' || typeof trashed !== 'number' || typeof purged !== 'number') return null;
  return Number.isNaN(Date.parse(at)) ? null : { at, trashed, purged };
}

export function createRetentionService(deps: RetentionDeps): RetentionService {
  const { store, bulk, local, now, zone, alone } = deps;
  const both = async () =>
    [readRule(await local.read(RULE_KEY)), readRun(await local.read(RUN_KEY))] as const;

  const dayOf = (at: Date): number => daysBefore(at.getTime(), 0, zone());

  async function run(rule: RetentionRule, options: BulkOptions): Promise<RetentionRun> {
    const { behind, filling } = await store.accounts.state();
    if (behind > 0 || filling !== null) return { ok: false, code: 'behind' };
    const due = await findDue(deps, rule, options.signal);
    const trashed = await bulk.trash(due.toTrash, options);
    const nothing = { count: 0, stopped: true, undo: null };
    const moved = trashed.ok ? trashed : nothing;
    const erased = moved.stopped ? null : await bulk.purge(due.toPurge, options);
    const { count, stopped } = erased?.ok === true ? erased : nothing;
    const failed = trashed.ok ? (erased?.ok === false ? erased.code : null) : trashed.code;
    return {
      ok: true,
      trashed: moved.count,
      purged: count,
      stopped,
      failed,
      undo: moved.count > 0 ? moved.undo : null,
    };
  }

  return {
    live(onValue) {
      let open = true;
      const tell = (): void => {
        void both().then(([rule, last]) => open && onValue(rule, last));
      };
      tell();
      const end = local.onChange((keys) => {
        if (keys.includes(RULE_KEY) || keys.includes(RUN_KEY)) tell();
      });
      return () => {
        open = false;
        end();
      };
    },
    async look(rule, signal) {
      try {
        return { ok: true, ...(await findDue(deps, rule, signal)) };
      } catch (error) {
        if (signal.aborted) return { ok: false, code: 'cancelled' };
        const failure = storageFailureOf(error);
        if (failure) return failure;
        throw error;
      }
    },
    set: (rule) => local.write(RULE_KEY, readRule(rule)),
    async runDaily(options) {
      let result: RetentionRun | null = null;
      await alone(async () => {
        const [rule, last] = await both();
        const today = dayOf(now());
        if (!isOn(rule) || (last !== null && dayOf(new Date(last.at)) === today)) return;
        try {
          result = await run(rule, options);
        } catch (error) {
          const failed = options.signal.aborted ? null : (storageFailureOf(error)?.code ?? null);
          if (!options.signal.aborted && failed === null) throw error;
          result = { ok: true, trashed: 0, purged: 0, stopped: true, failed, undo: null };
        }
        if (result.ok && !result.stopped) {
          const { trashed, purged } = result;
          await local.write(RUN_KEY, { at: now().toISOString(), trashed, purged } satisfies LastRun);
        }
      });
      return result;
    },
  };
}
