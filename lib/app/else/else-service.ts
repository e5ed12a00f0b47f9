import type { Machine } from '../../capture/environment.ts';
import type { Frame } from '../../capture/screen-frame.ts';
import type { EvidenceVia } from '../../domain/issue/evidence-bodies.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import { cutAt } from '../../domain/text/cut.ts';
import type { StorageFailure } from '../../storage/types/storage-failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { mergeMasked, totalMasked } from '../../domain/privacy/scrubber/scrubbed.ts';
import type { Masked } from '../../domain/privacy/scrubber/scrubbed.ts';
import { evidenceEntry } from '../attachments/prepared.ts';
import type { Prepared } from '../attachments/prepared.ts';
import { BY_US, momentOf } from '../moment.ts';
import type { ElseDrafts } from './else-draft.ts';

/** A picture or file that was looked at, and how it came. */
export type Attached = Prepared & Readonly<{ via: EvidenceVia }>;

/** What is to be recorded. */
export type ElseRecord = Readonly<{
  captureId: CaptureId;
  systemName: string;
  text: string;
  /** null: now. */
  earlier: Readonly<{ at: Date; plusMinusMin: number }> | null;
  impact: 1 | 2 | 3 | null;
  urgency: 1 | 2 | 3 | null;
  attached: readonly Attached[];
}>;

export type ElseDone = Readonly<{ ok: true; issueId: IssueId; key: string }> | StorageFailure;

/** Recording what did not happen in the browser: a phone, a printer, a program, the network. */
export type ElseService = Readonly<{
  newId(): CaptureId;
  /** Systems to choose from: names given before, then hosts, the most frequent first. */
  systems(): Promise<readonly string[]>;
  drafts: ElseDrafts;
  /** All of it is on disk when this answers, in one transaction, or nothing. Twice with the same id records once. */
  record(what: ElseRecord): Promise<ElseDone>;
  /** Whether this browser lets the user pick a window or screen. */
  canPickScreen: boolean;
  /** Only from a click. */
  pickScreen(): Promise<Frame>;
}>;

export type ElseDeps = Readonly<{
  store: Pick<Store, 'append' | 'hosts' | 'page'>;
  drafts: ElseDrafts;
  /** Masks secrets in what was typed. */
  scrub: (text: string) => Promise<Readonly<{ value: string; masked: Masked }>>;
  machine: () => Promise<Machine>;
  now: () => Date;
  zone: () => string;
  newId: () => string;
  newCaptureId: () => CaptureId;
  newIssueId: () => IssueId;
  canPickScreen: boolean;
  pickScreen: () => Promise<Frame>;
}>;

/** Rows without an address that are looked at for names of systems. */
const LOOKED_AT = 300;
const OFFERED = 100;

export function createElseService(deps: ElseDeps): ElseService {
  const { store, scrub } = deps;

  async function entriesOf(what: ElseRecord): Promise<readonly NewEntry[]> {
    const { captureId, earlier, impact, urgency } = what;
    const [system, note, machine] = await Promise.all([
      scrub(what.systemName.replace(/\s+/gu, ' ').trim()),
      scrub(what.text.trim()),
      deps.machine(),
    ]);
    const issueId = deps.newIssueId();
    const present = { ...BY_US, ...momentOf(deps.now(), deps.zone()), issueId };
    const when =
      earlier === null
        ? present
        : ({
            ...present,
            ...momentOf(earlier.at, deps.zone()),
            certainty: 'recalled',
            plusMinusMin: earlier.plusMinusMin,
          } as const);
    const systemName = cutAt(system.value, LIMITS.systemName);
    const rules = mergeMasked(system.masked, note.masked);
    const absent = { state: 'missing', reason: 'not-in-browser' } as const;
    const captured: NewEntry = {
      ...when,
      kind: 'occurrence.captured',
      body: {
        captureId,
        via: 'app',
        ...(systemName === '' ? {} : { systemName }),
        page: { url: null, host: null, title: '', state: 'unknown' },
        picture: absent,
        evidence: { ...absent, chips: [] },
        environment: { ...machine, languages: [...machine.languages] },
        masked: { total: totalMasked(rules), rules },
      },
    };
    const described: NewEntry[] =
      note.value === '' ? [] : [{ ...present, kind: 'issue.described', body: { text: note.value } }];
    const rated = {
      ...(impact === null ? {} : { impact }),
      ...(urgency === null ? {} : { urgency }),
    };
    const prioritised: NewEntry[] =
      impact === null && urgency === null ? [] : [{ ...present, kind: 'issue.prioritised', body: rated }];
    const added = what.attached.map((one) =>
      evidenceEntry(issueId, present, one, { evidenceId: deps.newId(), captureId, via: one.via }),
    );
    return [captured, ...described, ...prioritised, ...added];
  }

  return {
    newId: deps.newCaptureId,
    async systems() {
      const [rows, hosts] = await Promise.all([
        store.page({ scope: 'log', sort: 'newest', host: '' }, { limit: LOOKED_AT }),
        store.hosts(),
      ]);
      const named = rows.flatMap((row) => (row?.system === undefined ? [] : [row.system]));
      const seen = hosts.flatMap(({ host }) => (host === '' ? [] : [host]));
      return [...new Set([...named, ...seen])].slice(0, OFFERED);
    },
    drafts: deps.drafts,
    async record(what) {
      const blobs = new Map(what.attached.map(({ blob }) => [blob.sha256, blob]));
      const appended = await store.append(await entriesOf(what), { blobs: [...blobs.values()] });
      if (!appended.ok) return appended;
      const captured = appended.entries.find((entry) => entry.kind === 'occurrence.captured');
      // A repeated record that was purged meanwhile has no entry any more.
      if (captured?.kind !== 'occurrence.captured') return { ok: false, code: 'no-such-issue' };
      return { ok: true, issueId: captured.issueId, key: captured.body.key };
    },
    canPickScreen: deps.canPickScreen,
    pickScreen: deps.pickScreen,
  };
}
