import type { Agreement } from '../../lib/domain/directory/agreement.ts';
import type { DirectoryThing } from '../../lib/domain/directory/read-entry.ts';
import { sideOf } from '../../lib/app/timeline/line-stamp.ts';
import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import type { Store } from '../../lib/storage/types/store.ts';
import { YEAR_BEGINS, yearOfIssues, type YearIssue, type YearSide } from './oracle/year.ts';
import { makeCapture, seedCaptureId, seedIssueId } from './seed.ts';
import { ok } from './storage.ts';

// Runs in vitest and inside an extension page: nothing here may need node.

const MINUTE = 60_000;
const instant = (minute: number) => new Date(YEAR_BEGINS + minute * MINUTE).toISOString();
const slug = (name: string) => name.toLowerCase();
export const yearProvider = ({ name }: YearSide) => `year-p-${slug(name)}`;
export const yearTeam = ({ name }: YearSide) => `year-t-${slug(name)}`;
const reporter = ({ name }: YearSide) => `year-r-${slug(name)}`;
const host = ({ name }: YearSide) => `${slug(name)}.year.example`;

function agreementOf(side: YearSide, { given: { policy } }: YearIssue): Agreement {
  const { response, resolution, ...rules } = policy;
  const targets: Record<string, { responseMin?: number; resolutionMin?: number }> = {};
  const nameOf = (priority: string) => (priority === '0' ? 'any' : `P${priority}`);
  for (const [priority, responseMin] of Object.entries(response))
    targets[nameOf(priority)] = { ...targets[nameOf(priority)], responseMin };
  for (const [priority, resolutionMin] of Object.entries(resolution))
    targets[nameOf(priority)] = { ...targets[nameOf(priority)], resolutionMin };
  return {
    id: `year-a-${slug(side.name)}`,
    providerId: yearProvider(side),
    type: 'sla',
    name: `${side.name}: support`,
    tz: side.calendar.tz,
    versions: [
      {
        validFrom: '2025-01-01',
        calendarId: `year-c-${slug(side.name)}`,
        targets,
        ...rules,
        pauseOn: [...rules.pauseOn],
      },
    ],
  };
}

const calendarOf = (side: YearSide): DirectoryThing => ({
  kind: 'calendar',
  value: { id: `year-c-${slug(side.name)}`, name: `${side.name}: hours`, ...side.calendar },
});

function thingsOf(issues: readonly YearIssue[]): DirectoryThing[] {
  const byProvider = new Map(issues.map((issue) => [issue.provider, issue]));
  const teams = new Set(issues.map(({ team }) => team));
  return [
    ...[...byProvider].flatMap(([side, issue]): DirectoryThing[] => [
      { kind: 'provider', value: { id: yearProvider(side), name: side.name, kind: 'msp', channels: [] } },
      calendarOf(side),
      { kind: 'agreement', value: agreementOf(side, issue) },
      {
        kind: 'system',
        value: {
          id: `year-s-${slug(side.name)}`,
          name: `${side.name} portal`,
          providerId: yearProvider(side),
          agreementId: `year-a-${slug(side.name)}`,
          patterns: [{ kind: 'host', pattern: host(side) }],
          environment: 'prod',
          criticality: 1,
          aliases: [],
        },
      },
    ]),
    ...[...teams].flatMap((side): DirectoryThing[] => [
      calendarOf(side),
      {
        kind: 'team',
        value: { id: yearTeam(side), name: side.name, calendarId: `year-c-${slug(side.name)}` },
      },
      {
        kind: 'reporter',
        value: { id: reporter(side), name: `Somebody in ${side.name}`, teamId: yearTeam(side) },
      },
    ]),
  ];
}

function entriesOf(issue: YearIssue, i: number): NewEntry[] {
  const { given, provider, team } = issue;
  const issueId = seedIssueId(i);
  const by = { side: 'us', reporterId: reporter(team) } as const;
  const page = { ...makeCapture(i).body.page, url: `https://${host(provider)}/orders`, host: host(provider) };
  const at = instant(given.occurred ?? given.events[0]?.at ?? 0);
  return [
    { ...makeCapture(i, { at, issueId, body: { captureId: seedCaptureId(i), page } }), by },
    ...given.events.map(({ event, at: minute, until, to, automatic }): NewEntry => ({
      kind: 'event',
      issueId,
      at: instant(minute),
      zone: 'Europe/Berlin',
      offsetMin: 60,
      certainty: 'exact',
      by: sideOf({ event }) === 'us' ? by : { side: 'provider' },
      body: {
        event,
        visibility: 'shared',
        ...(until === undefined ? {} : { until: instant(until) }),
        ...(to === undefined ? {} : { to }),
        ...(automatic === undefined ? {} : { automatic }),
      },
    })),
  ];
}

export type SampleYear = Readonly<{
  things: readonly DirectoryThing[];
  issues: readonly YearIssue[];
  entries(): Iterable<readonly NewEntry[]>;
}>;

/** A generated year of `count` issues of six teams with three providers, as what would have been written down. */
export function sampleYear(count: number, seed = 2026): SampleYear {
  const { issues } = yearOfIssues(count, seed);
  return {
    things: thingsOf(issues),
    issues,
    *entries() {
      for (const [i, issue] of issues.entries()) yield entriesOf(issue, i + 1);
    },
  };
}

/** Writes the entries of a year through the real storage, a few issues to a transaction. */
export async function writeYear(
  store: Pick<Store, 'append'>,
  year: SampleYear,
  onIssue: (done: number) => void = () => undefined,
): Promise<void> {
  let batch: NewEntry[] = [];
  let done = 0;
  for (const entries of year.entries()) {
    batch.push(...entries);
    done += 1;
    if (batch.length < 400 && done < year.issues.length) continue;
    ok(await store.append(batch));
    batch = [];
    onIssue(done);
  }
}
