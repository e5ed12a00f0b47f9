import { createDirectoryReader } from '../../lib/app/directory/directory-reader.ts';
import { createDirectoryService } from '../../lib/app/directory/create-directory-service.ts';
import type { Managed } from '../../lib/app/directory/directory-service.ts';
import { createPromiseService } from '../../lib/app/promises/create-promise-service.ts';
import { createAccountsService } from '../../lib/app/accounts/create-accounts-service.ts';
import type { Period, ProviderBoard } from '../../lib/app/accounts/account-service.ts';
import { createProviderDesk, type ProviderDesk } from '../../lib/app/accounts/provider-desk.ts';
import { createFollower } from '../../lib/app/accounts/follower.ts';
import { providerOf } from '../../lib/app/accounts/provider-of.ts';
import { createTimelineService } from '../../lib/app/timeline/create-timeline-service.ts';
import { ownReporter } from '../../lib/app/reporter.ts';
import type { Agreement } from '../../lib/domain/directory/agreement.ts';
import type { DirectoryThing } from '../../lib/domain/directory/read-entry.ts';
import type { Provider } from '../../lib/domain/directory/provider.ts';
import type { System } from '../../lib/domain/directory/system.ts';
import type { WorkingCalendar } from '../../lib/domain/directory/working-calendar.ts';
import { makeCapture, seedCaptureId, seedIssueId } from './seed.ts';
import { testProfile } from './storage.ts';
import { OFFICE, OURS } from './timelines.ts';

export const ACME: Provider = { id: 'p-acme', name: 'Acme', kind: 'msp', tz: 'Europe/Berlin', channels: [] };
export const OFFICE_HOURS: WorkingCalendar = { id: 'c-office', name: 'Mon–Fri 9–17', ...OFFICE };
export const OUR_HOURS: WorkingCalendar = { id: 'c-ours', name: 'Mon–Fri 8–16', ...OURS };
export const SLA: Agreement = {
  id: 'a-sla',
  providerId: ACME.id,
  type: 'sla',
  name: 'Support',
  tz: 'Europe/Berlin',
  versions: [
    {
      validFrom: '2026-01-01',
      calendarId: OFFICE_HOURS.id,
      targets: { any: { responseMin: 60, resolutionMin: 240 } },
    },
  ],
};
export const ERP: System = {
  id: 's-erp',
  name: 'ERP',
  providerId: ACME.id,
  agreementId: SLA.id,
  patterns: [{ kind: 'host', pattern: 'erp.acme.example' }],
  environment: 'prod',
  criticality: 1,
  aliases: [],
};

/** One provider with an agreement and one system; our hours are those of the only team. */
export const DIRECTORY: readonly DirectoryThing[] = [
  { kind: 'provider', value: ACME },
  { kind: 'calendar', value: OFFICE_HOURS },
  { kind: 'calendar', value: OUR_HOURS },
  { kind: 'agreement', value: SLA },
  { kind: 'system', value: ERP },
  { kind: 'team', value: { id: 't-office', name: 'Office', calendarId: OUR_HOURS.id } },
];

/** Something broke on the system of Acme. */
export function erpCapture(i: number, at: string, host = 'erp.acme.example') {
  const made = makeCapture(i);
  const page = { ...made.body.page, url: `https://${host}/orders`, host };
  return makeCapture(i, { at, issueId: seedIssueId(i), body: { captureId: seedCaptureId(i), page } });
}

/** All that the screens use, on an empty log of its own. `wake` runs what waits for a time. */
export function office(seed = 1, managed: Managed = { things: [], problem: null }) {
  const profile = testProfile(seed);
  const store = profile.store();
  const waiting = new Map<number, () => void>();
  let next = 0;
  const local = new Map<string, unknown>();
  const reporter = ownReporter({
    read: (key) => Promise.resolve(local.get(key)),
    write: (key, value) => Promise.resolve(void local.set(key, value)),
    remove: (key) => Promise.resolve(void local.delete(key)),
    onChange: () => () => undefined,
  });
  const now = () => new Date(profile.clock.ms);
  const zone = () => 'Europe/Berlin';
  const later = (task: () => void, _ms: number) => {
    const id = (next += 1);
    waiting.set(id, task);
    return () => void waiting.delete(id);
  };
  const reader = createDirectoryReader(store, () => Promise.resolve(managed));
  const alone = (task: () => Promise<void>) => task();
  const deps = { store, reader, now, zone, later, alone };
  const follower = createFollower(deps);
  const desks = new Map<string, ProviderDesk>();
  async function upToDate(desk: ProviderDesk, period: Period): Promise<ProviderBoard> {
    await reader.ready();
    await desk.update(await desk.beside(), period);
    const board = desk.board(period);
    if (board === null) throw new Error('The board is there once it was read.');
    return board;
  }
  const edits = {
    store,
    now,
    zone,
    scrub: (text: string) =>
      Promise.resolve({ value: text.replaceAll('hunter2', '•••'), masked: text.includes('hunter2') ? 1 : 0 }),
  };
  return {
    profile,
    store,
    deps,
    follower,
    accounts: createAccountsService({ ...deps, follower }),
    /** Brought up to date; what was read before is not read again. */
    board(providerId: string, period: Period): Promise<ProviderBoard> {
      const desk = desks.get(providerId) ?? createProviderDesk(deps, providerId);
      desks.set(providerId, desk);
      return upToDate(desk, period);
    },
    /** Made of all accounts, by somebody who knows nothing yet. */
    freshBoard: (providerId: string, period: Period) =>
      upToDate(createProviderDesk(deps, providerId), period),
    reporter,
    directory: createDirectoryService({ ...edits, reader, reporter, newId: store.newId }),
    timeline: createTimelineService(edits),
    promises: createPromiseService({
      ...edits,
      later,
      newId: store.newId,
      providerOf: providerOf({ store, reader }),
    }),
    wake: () => {
      const due = [...waiting.values()];
      waiting.clear();
      for (const task of due) task();
    },
  };
}

/** Values of a live subscription; `until` waits for one that fits. */
export function watch<T>(
  subscribe: (onValue: (value: T) => void, onError: (code: string) => void) => () => void,
) {
  const values: T[] = [];
  const waiting = new Set<() => void>();
  const stop = subscribe(
    (value) => {
      values.push(value);
      for (const check of waiting) check();
    },
    (code) => {
      throw new Error(`The subscription failed: ${code}.`);
    },
  );
  return {
    values,
    stop,
    until: (fits: (value: T) => boolean) =>
      new Promise<T>((resolve) => {
        const check = () => {
          const last = values.at(-1);
          if (last === undefined || !fits(last)) return;
          waiting.delete(check);
          resolve(last);
        };
        waiting.add(check);
        check();
      }),
  };
}
