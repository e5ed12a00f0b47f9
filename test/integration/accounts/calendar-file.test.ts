import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { createCalendarFileService } from '../../../lib/app/calendar-file/calendar-file-service.ts';
import { DIRECTORY, erpCapture, office } from '../../support/accounts.ts';
import { seedIssueId } from '../../support/seed.ts';
import { ok } from '../../support/storage.ts';

const at = (time: string) => new Date(`2026-11-23T${time}:00.000+01:00`);

/** A log with a provider, and what a press on "Calendar file" handed over. */
async function desk() {
  const all = office();
  ok(await all.directory.saveAll(DIRECTORY));
  const handed: { name: string; text: Promise<string> }[] = [];
  const file = createCalendarFileService({
    store: all.store,
    now: () => at('15:00'),
    version: '0.1.0',
    download: (blob, name) => handed.push({ name, text: blob.text() }),
  });
  return { ...all, file, handed };
}

const event = { event: 'reported', visibility: 'shared' } as const;

describe('the calendar file of what is due', () => {
  it('holds open promises of both sides and the next due time of open issues', async () => {
    const { store, accounts, promises, follower, file, handed } = await desk();
    ok(await store.append(erpCapture(1, at('08:00').toISOString())));
    const issueId = seedIssueId(1);
    ok(
      await store.append({
        kind: 'event',
        at: at('10:00').toISOString(),
        zone: 'Europe/Berlin',
        offsetMin: 60,
        certainty: 'exact',
        by: { side: 'us' },
        issueId,
        body: event,
      }),
    );
    ok(await promises.make({ owner: 'us', deliverable: 'Send the logs', due: at('16:00'), issueId }));
    ok(await promises.make({ owner: 'provider', deliverable: 'Explain the cause', due: at('17:00') }));
    const [, kept] = await store.marked('promise');
    if (kept?.kind !== 'promise.made') throw new Error('The second promise is missing.');
    await follower.settled();
    expect(await accounts.rows(await store.keys({ scope: 'open', sort: 'due' }))).toMatchObject([
      { due: { clock: 'response' } },
    ]);
    expect(await file.save('en')).toEqual({ ok: true, promises: 2, dues: 1 });
    ok(await promises.keep(kept.body.promiseId));
    expect(await file.save('de')).toEqual({ ok: true, promises: 1, dues: 1 });
    expect(handed.map(({ name }) => name)).toEqual([
      'casebook_due_2026-11-23.ics',
      'casebook_due_2026-11-23.ics',
    ]);
    const [first = [], second = []] = await Promise.all(
      handed.map(async ({ text }) => convertIcsCalendar(undefined, await text).events ?? []),
    );
    expect(first.map(({ summary, end }) => [summary, end?.date])).toEqual([
      ['We: Send the logs', at('16:00')],
      ['Provider: Explain the cause', at('17:00')],
      [expect.stringMatching(/^First answer due: \S+ /), at('11:00')],
    ]);
    expect(second.map(({ summary }) => summary)).toEqual([
      'Wir: Send the logs',
      expect.stringMatching(/^Erste Antwort fällig: /),
    ]);
    // The same thing has the same id in every file.
    expect(second.map(({ uid }) => uid)).toEqual([first[0]?.uid, first[2]?.uid]);
  });

  it('is not handed over when nothing is due', async () => {
    const { file, handed } = await desk();
    expect(await file.save('en')).toEqual({ ok: true, promises: 0, dues: 0 });
    expect(handed).toEqual([]);
  });
});
