import { describe, expect, it } from 'vitest';
import type { EventKind } from '../../../lib/domain/accountability/timeline.ts';
import type { Agreement } from '../../../lib/domain/directory/agreement.ts';
import type { WorkingCalendar } from '../../../lib/domain/directory/working-calendar.ts';
import {
  ACME,
  DIRECTORY,
  ERP,
  erpCapture,
  office,
  OFFICE_HOURS,
  OUR_HOURS,
  SLA,
} from '../../support/accounts.ts';
import { seedIssueId } from '../../support/seed.ts';
import { ok } from '../../support/storage.ts';

/**
 * What is stored must never be older than what was edited. In brackets: the tool, and the report that something like it
 * went wrong there. Monday is the 23rd of November 2026; the provider works 9–17, we work 8–16.
 */
const at = (time: string, day = 23) => new Date(`2026-11-${day}T${time}:00.000+01:00`);
const OTHER = { ...ACME, id: 'p-other', name: 'Other' };
const OTHER_HOURS: WorkingCalendar = { ...OFFICE_HOURS, id: 'c-other' };

type Desk = Awaited<ReturnType<typeof begun>>;

/** Issues 1 and 2 are Acme's, 3 that of another provider with hours of its own; all seen at 8:00. */
async function begun() {
  const desk = office();
  ok(await desk.directory.saveAll(DIRECTORY));
  ok(
    await desk.directory.saveAll([
      { kind: 'provider', value: OTHER },
      { kind: 'calendar', value: OTHER_HOURS },
      {
        kind: 'agreement',
        value: {
          ...SLA,
          id: 'a-other',
          providerId: OTHER.id,
          versions: SLA.versions.map((version) => ({ ...version, calendarId: OTHER_HOURS.id })),
        },
      },
      {
        kind: 'system',
        value: {
          ...ERP,
          id: 's-other',
          providerId: OTHER.id,
          agreementId: 'a-other',
          patterns: [{ kind: 'host', pattern: 'other.example' }],
        },
      },
    ]),
  );
  const seen = at('08:00').toISOString();
  for (const i of [1, 2]) ok(await desk.store.append(erpCapture(i, seen)));
  ok(await desk.store.append(erpCapture(3, seen, 'other.example')));
  return desk;
}

async function say(desk: Desk, i: number, event: EventKind, when: Date): Promise<void> {
  ok(await desk.timeline.add(seedIssueId(i), { event, at: when, visibility: 'shared' }));
}

async function followed(desk: Desk, when: Date): Promise<void> {
  desk.profile.clock.ms = when.getTime();
  await desk.follower.settled();
}

async function rowOf(desk: Desk, i: number) {
  const [found] = await desk.store.rowsOf([seedIssueId(i)]);
  const [row] = await desk.accounts.rows([found?.row ?? 0]);
  if (row == null) throw new Error('It has an account.');
  return row;
}

const minutes = (ms: number | undefined) => (ms === undefined ? undefined : Math.round(ms / 60_000));
const resolutionOf = async (desk: Desk, i: number) => {
  const { figures, due } = await rowOf(desk, i);
  return {
    verdict: figures?.resolution?.verdict,
    used: minutes(figures?.resolution?.ms),
    due: due?.at,
    clock: due?.clock,
  };
};
const overdue = async ({ store, profile }: Desk) =>
  (await store.accounts.providers(profile.clock.ms)).get(ACME.id)?.overdue;

async function targets(desk: Desk, given: Agreement['versions'][number]['targets']): Promise<void> {
  const [version] = SLA.versions;
  if (version === undefined) throw new Error('The agreement has a version.');
  ok(await desk.directory.save('agreement', { ...SLA, versions: [{ ...version, targets: given }] }));
}

/** The hours with days that differ. */
const withDays = (calendar: WorkingCalendar, exceptions: Record<string, [string, string][]>) => ({
  ...calendar,
  versions: calendar.versions.map((version) => ({
    ...version,
    hours: { ...version.hours, exceptions },
  })),
});

describe('a calendar that is edited afterwards', () => {
  it('moves what is due, gives the board its figures, and leaves everybody else alone (Zammad 390)', async () => {
    const desk = await begun();
    for (const i of [1, 3]) await say(desk, i, 'reported', at('14:00'));
    await say(desk, 2, 'reported', at('10:00'));
    await say(desk, 2, 'resolved', at('13:00', 24));
    await followed(desk, at('13:30', 24));
    const board = async () => (await desk.board(ACME.id, null)).board.resolution;
    expect(await resolutionOf(desk, 1)).toMatchObject({ due: at('15:00').getTime(), clock: 'response' });
    expect(await resolutionOf(desk, 2)).toMatchObject({ used: 420 + 240, verdict: 'missed' });
    expect(await board()).toMatchObject({ counts: { missed: 1, openOverdue: 1 }, business: { mean: 660 } });
    const other = await rowOf(desk, 3);

    // The Monday was a holiday there.
    const holiday = withDays(OFFICE_HOURS, { '2026-11-23': [] });
    const saved = ok(await desk.directory.save('calendar', holiday));
    await followed(desk, at('13:31', 24));
    expect(await resolutionOf(desk, 1)).toMatchObject({ due: at('10:00', 24).getTime() });
    expect(await resolutionOf(desk, 2)).toMatchObject({ used: 240, verdict: 'met' });
    expect(await board()).toMatchObject({
      counts: { met: 1, missed: 0, openOverdue: 1 },
      business: { mean: 240 },
    });
    expect(await rowOf(desk, 3)).toEqual(other);

    // It was none after all: what the feed said is unticked again.
    ok((await saved.undo?.()) ?? { ok: false });
    await followed(desk, at('13:32', 24));
    expect(await resolutionOf(desk, 2)).toMatchObject({ used: 660, verdict: 'missed' });
    expect(await board()).toMatchObject({ counts: { met: 0, missed: 1 } });
  });

  it('may get a lunch break: due later, used less (Frappe Helpdesk 2212, osTicket 6847)', async () => {
    const desk = await begun();
    await say(desk, 1, 'reported', at('11:00'));
    await say(desk, 1, 'acknowledged', at('11:10'));
    await followed(desk, at('14:00'));
    expect(await resolutionOf(desk, 1)).toMatchObject({ used: 180, due: at('15:00').getTime() });
    const lunch = withDays(OFFICE_HOURS, {
      '2026-11-23': [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
    });
    ok(await desk.directory.save('calendar', lunch));
    await followed(desk, at('14:00'));
    expect(await resolutionOf(desk, 1)).toMatchObject({ used: 120, due: at('16:00').getTime() });
  });

  it('does not count a pause over the weekend twice when the weekend opens (GLPI 10594, PR 14937)', async () => {
    const desk = await begun();
    await say(desk, 1, 'reported', at('15:00', 27));
    await say(desk, 1, 'acknowledged', at('15:05', 27));
    await say(desk, 1, 'info_requested', at('16:00', 27));
    await say(desk, 1, 'info_provided', at('10:00', 30));
    await followed(desk, at('11:00', 30));
    expect(await resolutionOf(desk, 1)).toMatchObject({ used: 120, due: at('13:00', 30).getTime() });
    const saturday = withDays(OFFICE_HOURS, { '2026-11-28': [['09:00', '17:00']] });
    ok(await desk.directory.save('calendar', saturday));
    await followed(desk, at('11:00', 30));
    expect(await resolutionOf(desk, 1)).toMatchObject({ used: 120, due: at('13:00', 30).getTime() });
  });

  it('of ours changes our time, not the clocks of the provider', async () => {
    const desk = await begun();
    await say(desk, 1, 'reported', at('10:00'));
    await followed(desk, at('12:00'));
    const before = await rowOf(desk, 1);
    const late = async () => Math.round((await desk.board(ACME.id, null)).board.lateReporting.median ?? 0);
    // Of two issues one was told after two hours, the other not after four.
    expect([minutes(before.figures?.unreportedMs), await late()]).toEqual([120, 180]);
    const short = withDays(OUR_HOURS, { '2026-11-23': [['09:30', '16:00']] });
    ok(await desk.directory.save('calendar', short));
    await followed(desk, at('12:00'));
    const after = await rowOf(desk, 1);
    expect([minutes(after.figures?.unreportedMs), await late()]).toEqual([30, 90]);
    expect(after.due).toEqual(before.due);
  });
});

describe('an agreement that is edited afterwards', () => {
  it('keeps the pauses that were (GLPI 6902, 15605)', async () => {
    const desk = await begun();
    await say(desk, 1, 'reported', at('09:00'));
    await say(desk, 1, 'acknowledged', at('09:10'));
    await say(desk, 1, 'info_requested', at('10:00'));
    await say(desk, 1, 'info_provided', at('15:00'));
    await followed(desk, at('15:30'));
    expect(await resolutionOf(desk, 1)).toMatchObject({ used: 90, due: at('10:00', 24).getTime() });
    await targets(desk, { any: { resolutionMin: 120 } });
    await followed(desk, at('15:30'));
    expect(await resolutionOf(desk, 1)).toMatchObject({ used: 90, due: at('16:00').getTime() });
  });

  it('in a version from a date on leaves what began before as it was (Zammad: "SLA change will cause wrong statistics")', async () => {
    const desk = await begun();
    await say(desk, 1, 'reported', at('10:00'));
    await say(desk, 2, 'reported', at('10:00', 24));
    await followed(desk, at('10:30', 24));
    const [version] = SLA.versions;
    if (version === undefined) throw new Error('The agreement has a version.');
    const stricter = { ...version, validFrom: '2026-11-24', targets: { any: { responseMin: 45 } } };
    ok(await desk.directory.save('agreement', { ...SLA, versions: [version, stricter] }));
    await followed(desk, at('10:30', 24));
    expect(await resolutionOf(desk, 1)).toMatchObject({ due: at('11:00').getTime() });
    expect(await resolutionOf(desk, 2)).toMatchObject({ due: at('10:45', 24).getTime() });
  });

  it('takes back what was called late by the old one, in the counts as well (osTicket-1.7 PR 518)', async () => {
    const desk = await begun();
    await say(desk, 1, 'reported', at('10:00'));
    await followed(desk, at('11:30'));
    expect(await overdue(desk)).toBe(1);
    await targets(desk, { any: { responseMin: 120 } });
    await followed(desk, at('11:31'));
    expect([await overdue(desk), (await rowOf(desk, 1)).bar.late]).toEqual([0, false]);
  });
});

describe('an event that is told or corrected afterwards', () => {
  it('changes what it touches and nothing else (Zammad 3140)', async () => {
    const desk = await begun();
    for (const i of [1, 2]) await say(desk, i, 'reported', at('10:00'));
    await followed(desk, at('11:30'));
    expect(await overdue(desk)).toBe(2);
    const other = await rowOf(desk, 2);
    // It was answered in time; it is only written down now.
    await say(desk, 1, 'provider_update', at('10:20'));
    await followed(desk, at('11:30'));
    expect(await overdue(desk)).toBe(1);
    expect((await rowOf(desk, 1)).figures?.response).toMatchObject({ verdict: 'met', ms: 20 * 60_000 });
    expect(await rowOf(desk, 2)).toEqual(other);
  });

  it('ends a pause earlier: the clock has run on since (Frappe Helpdesk PR 2449, 1675; ERPNext PR 47172)', async () => {
    const desk = await begun();
    await say(desk, 1, 'reported', at('09:00'));
    await say(desk, 1, 'info_requested', at('10:00'));
    await say(desk, 1, 'info_provided', at('14:00'));
    await say(desk, 1, 'resolved', at('15:00'));
    await followed(desk, at('15:30'));
    expect(await resolutionOf(desk, 1)).toMatchObject({ used: 120, verdict: 'met' });
    const line = (await desk.store.issue(seedIssueId(1)))?.timeline.find(
      ({ holds }) => holds?.event === 'info_provided',
    );
    if (line === undefined) throw new Error('It was said.');
    const earlier = { event: 'info_provided', at: at('10:30'), visibility: 'shared' } as const;
    ok(await desk.timeline.correct(seedIssueId(1), line.place, earlier));
    await followed(desk, at('15:30'));
    expect(await resolutionOf(desk, 1)).toMatchObject({ used: 330, verdict: 'missed' });
  });

  it('that claims a fix is a time of closing at once (Zammad 4777)', async () => {
    const desk = await begun();
    await say(desk, 1, 'reported', at('10:00'));
    await followed(desk, at('11:00'));
    await say(desk, 1, 'closed_by_provider', at('12:00'));
    await followed(desk, at('12:01'));
    const { resolution, reopens } = (await desk.board(ACME.id, null)).board;
    expect([resolution.business.n, resolution.business.mean, reopens.issues.n]).toEqual([1, 120, 1]);
  });

  it('that reopens it lets the clock go on, and late is told anew (Zammad 188, GLPI 5213, osTicket PR 5206)', async () => {
    const desk = await begun();
    await say(desk, 1, 'reported', at('09:00'));
    await say(desk, 1, 'acknowledged', at('09:10'));
    await followed(desk, at('13:30'));
    expect(await overdue(desk)).toBe(1);
    await say(desk, 1, 'resolved', at('12:00'));
    await followed(desk, at('13:31'));
    expect(await overdue(desk)).toBe(0);
    await say(desk, 1, 'reopened', at('14:00'));
    await followed(desk, at('14:10'));
    expect([await overdue(desk), (await resolutionOf(desk, 1)).due]).toEqual([0, at('15:00').getTime()]);
    await followed(desk, at('15:01'));
    expect(await overdue(desk)).toBe(1);
  });
});

describe('time that passes while it waits for us', () => {
  it('makes nothing late and lets nothing that is late grow (GLPI 24481, Frappe Helpdesk PR 3709)', async () => {
    const desk = await begun();
    for (const i of [1, 2]) {
      await say(desk, i, 'reported', at('09:00'));
      await say(desk, i, 'acknowledged', at('09:10'));
    }
    await say(desk, 1, 'info_requested', at('10:00'));
    await say(desk, 2, 'info_requested', at('14:00'));
    await followed(desk, at('15:00'));
    const figures = async () => (await desk.board(ACME.id, null)).board.resolution;
    const before = await figures();
    expect(before.counts).toMatchObject({ openNotDue: 1, openOverdue: 1 });
    expect(await resolutionOf(desk, 2)).toMatchObject({ used: 300 });
    await followed(desk, at('15:00', 25));
    expect((await figures()).counts).toEqual(before.counts);
    // Used by both together, as long as they wait.
    expect((await figures()).business.meanLowerBound).toBe(before.business.meanLowerBound);
  });
});
