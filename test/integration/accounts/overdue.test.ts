import { describe, expect, it } from 'vitest';
import { ACME, DIRECTORY, erpCapture, office } from '../../support/accounts.ts';
import { seedIssueId } from '../../support/seed.ts';
import { ok } from '../../support/storage.ts';

const at = (time: string) => new Date(`2026-11-23T${time}:00.000+01:00`); // a Monday
const ISSUES = [1, 2, 3] as const;

/** Three issues, reported at 9:10, 9:20 and 9:30, each to be answered within an hour. */
async function reported() {
  const desk = office();
  ok(await desk.store.append(ISSUES.map((i) => erpCapture(i, '2026-11-23T08:00:00.000Z'))));
  ok(await desk.directory.saveAll(DIRECTORY));
  desk.profile.clock.ms = at('10:00').getTime();
  for (const i of ISSUES)
    ok(
      await desk.timeline.add(seedIssueId(i), {
        event: 'reported',
        at: at(`09:${i}0`),
        visibility: 'shared',
      }),
    );
  await desk.follower.settled();
  const overdue = async (time: string) =>
    (await desk.store.accounts.providers(at(time).getTime())).get(ACME.id)?.overdue;
  return { ...desk, overdue };
}

describe('how many are overdue', () => {
  it('grows with time alone, and shrinks when time is looked at from before', async () => {
    const { overdue } = await reported();
    expect(await overdue('10:05')).toBe(0);
    expect(await overdue('10:15')).toBe(1);
    expect(await overdue('10:15')).toBe(1);
    expect(await overdue('10:45')).toBe(3);
    expect(await overdue('10:25')).toBe(2);
    expect(await overdue('10:45')).toBe(3);
  });

  it('follows what happens after it was counted', async () => {
    const { overdue, timeline, follower } = await reported();
    expect(await overdue('10:45')).toBe(3);
    ok(await timeline.add(seedIssueId(2), { event: 'acknowledged', at: at('09:40'), visibility: 'shared' }));
    await follower.settled();
    expect(await overdue('10:45')).toBe(2);
    expect(await overdue('10:50')).toBe(2);
  });
});
