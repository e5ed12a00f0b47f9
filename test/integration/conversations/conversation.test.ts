import PostalMime from 'postal-mime';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import type { Block, PackDoc } from '../../../lib/export/packs/doc.ts';
import { packPlain } from '../../../lib/export/packs/pack-plain.ts';
import { ACME } from '../../support/accounts.ts';
import { meetingRoom } from '../../support/conversations.ts';
import { backupOf, sourceOf } from '../../support/ledgers.ts';
import { packFacts, PLAIN_ORDER } from '../../support/packs.ts';
import { seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

const DAY = 86_400_000;
const DUE = new Date(Date.UTC(2026, 11, 4, 22, 59)).toISOString();
const QUESTION = { ...PLAIN_ORDER, questions: 'Why was it slow?\nWrite to kim@example.org' };

type Room = Awaited<ReturnType<typeof meetingRoom>>;

async function begun(room: Room): Promise<string> {
  const facts = await packFacts(room, { providerId: ACME.id });
  return ok(await room.service.hold(facts, QUESTION)).id;
}

/** One with a decision of each sort, notes of both sorts, two who were there; ended. */
async function held(room: Room): Promise<string> {
  const id = await begun(room);
  const { say } = room.service;
  const at = { side: 'us', named: false } as const;
  ok(await say(id, { part: 'attendee', id: 'a1', ...at, role: 'Head of office', name: 'Kim Secretname' }));
  ok(await say(id, { part: 'internal', text: 'We would even pay for it' }));
  ok(await say(id, { part: 'notes', text: 'The token was hunter2.' }));
  const first = {
    id: 'd1',
    text: 'A patch',
    owner: 'provider',
    due: DUE,
    acceptance: 'Saving works',
  } as const;
  ok(await say(id, { part: 'decision', ...first }));
  ok(await say(id, { part: 'decision', id: 'd2', text: 'Meet every quarter' }));
  ok(await room.service.makePromise({ id, providerId: ACME.id }, first));
  const head = (await room.read()).conversations.find((one) => one.id === id);
  if (head === undefined) throw new Error('It was just held.');
  const { startedAt, kind } = head;
  const endedAt = room.deps.now().toISOString();
  ok(await say(id, { part: 'head', providerId: ACME.id, kind, startedAt, endedAt }));
  return id;
}

async function minutesOf(room: Room, id: string, language: 'en' | 'de' = 'en'): Promise<PackDoc> {
  const read = await room.service.minutes(id, language);
  if (!read.ok) throw new Error(read.code);
  return read.doc;
}

const table = ({ pages }: PackDoc, caption: RegExp): string[][] => {
  const found = pages.find((block): block is Extract<Block, { kind: 'table' }> =>
    block.kind === 'table' ? caption.test(block.caption) : false,
  );
  return (found?.rows ?? []).map((row) =>
    row.map(({ text, under = '' }) => (under === '' ? text : `${text} (${under})`)),
  );
};

describe('holding a conversation', () => {
  it('opens with our questions and the issues that wait, which it names by key only', async () => {
    const room = await meetingRoom();
    const id = await begun(room);
    const [one] = (await room.read()).conversations;
    expect(one?.id).toBe(id);
    const points = one?.points ?? [];
    expect(points.filter(({ source }) => source === 'own').map(({ text }) => text)).toEqual([
      'Why was it slow?',
      'Write to kim@example.org',
    ]);
    expect(points.filter(({ source }) => source === 'issue')).toMatchObject([
      { issueId: seedIssueId(1), key: expect.stringMatching(/-0001$/) },
    ]);
    const title = (await room.store.issue(seedIssueId(1)))?.title ?? '';
    expect(title).not.toBe('');
    expect(JSON.stringify(one)).not.toContain(title);
    expect(await room.service.titles([seedIssueId(1)])).toEqual(new Map([[seedIssueId(1), title]]));
  });

  it('makes a promise of a decision in one step, and back', async () => {
    const room = await meetingRoom();
    const id = await begun(room);
    const decision = { id: 'd1', text: 'A patch', owner: 'provider', due: DUE } as const;
    const about = { id, providerId: ACME.id };
    ok(await room.service.say(id, { part: 'decision', ...decision }));
    expect(await room.service.makePromise(about, { id: 'd9', text: 'Later' })).toMatchObject({ ok: false });
    const made = ok(await room.service.makePromise(about, decision));
    const promises = await room.store.marked('promise');
    expect(promises).toMatchObject([
      { body: { deliverable: 'A patch', owner: 'provider', due: DUE, providerId: ACME.id } },
    ]);
    const [promise] = promises;
    const promiseId = promise?.kind === 'promise.made' ? promise.body.promiseId : '';
    expect((await room.read()).conversations[0]?.decisions).toMatchObject([{ id: 'd1', promiseId }]);
    ok((await made.undo?.()) ?? { ok: false });
    expect((await room.read()).conversations[0]?.decisions).toEqual([decision]);
  });

  it('masks secrets in what is noted and in what is still being typed', async () => {
    const room = await meetingRoom();
    const id = await begun(room);
    expect(await room.service.say(id, { part: 'notes', text: ' hunter2 ' })).toMatchObject({ masked: 1 });
    expect((await room.read()).conversations[0]?.notes).toBe('•••');
    await room.service.drafts.keep(id, 'notes', { text: 'It is hunter2' });
    await room.service.drafts.keep(id, 'decision', { text: 'Half', owner: 'us' });
    await room.service.drafts.keep('other', 'notes', { text: 'Of another' });
    // Another window, or the same after it was closed.
    expect(await room.drafts().read(id)).toEqual(
      new Map([
        ['notes', { text: 'It is •••' }],
        ['decision', { text: 'Half', owner: 'us' }],
      ]),
    );
    await room.service.drafts.drop(id, 'notes');
    expect([...(await room.drafts().read(id)).keys()]).toEqual(['decision']);
  });
});

describe('what leaves after a conversation', () => {
  it('says roles, decisions and issues by key, and nothing of what is internal', async () => {
    const room = await meetingRoom();
    const id = await held(room);
    const doc = await minutesOf(room, id);
    expect(table(doc, /by role/)).toEqual([['Us', 'Head of office']]);
    expect(table(doc, /^What was decided, by/)).toEqual([
      ['1', 'A patch (done when: Saving works)', 'Acme (noted as a promise)', 'Dec 4, 2026'],
      ['2', 'Meet every quarter', 'not said', 'not said'],
    ]);
    const german = await minutesOf(room, id, 'de');
    for (const form of ['html', 'markdown', 'eml'] as const) {
      expect(await room.service.deliver(doc, form)).toMatchObject({ noted: true });
      await room.service.deliver(german, form);
    }
    expect(room.handed).toHaveLength(6);
    const key = (await room.store.issue(seedIssueId(1)))?.key ?? '';
    for (const { name, text } of room.handed) {
      const mail = name.endsWith('.eml')
        ? await PostalMime.parse(await text, { attachmentEncoding: 'utf8' })
        : null;
      const content = mail === null ? await text : `${mail.text}${JSON.stringify(mail.attachments)}`;
      expect(content).toContain(key);
      expect(content).not.toMatch(/pay for it|Secretname|hunter2|kim@example/);
    }
    const own = await room.store.own();
    const [last] = await room.store.entries(own.ledger, own.n, 1);
    expect(last).toMatchObject({ kind: 'pack.exported' });
  });

  it('is a mail of plain text with the minutes as a file, which another project’s reader reads', async () => {
    const room = await meetingRoom();
    const doc = await minutesOf(room, await held(room));
    const { fileName } = await room.service.deliver(doc, 'eml');
    expect(fileName).toMatch(/^minutes-acme-\d{4}-\d{2}-\d{2}\.eml$/);
    const mail = await PostalMime.parse((await room.handed.at(-1)?.text) ?? '');
    expect(mail.subject).toBe('Minutes: Acme');
    expect([mail.from, mail.to]).toEqual([undefined, undefined]);
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(packPlain(doc).trim());
    expect(mail.attachments).toMatchObject([
      { filename: fileName.replace('.eml', '.html'), mimeType: 'text/html' },
    ]);
  });

  it('is a calendar of the decided dates, with the ids of the promises', async () => {
    const room = await meetingRoom();
    const id = await held(room);
    expect(await room.service.saveDates(id, 'en')).toMatch(/\.ics$/);
    const [promise] = await room.store.marked('promise');
    const promiseId = promise?.kind === 'promise.made' ? promise.body.promiseId : '';
    const { events = [] } = convertIcsCalendar(undefined, (await room.handed.at(-1)?.text) ?? '');
    expect(events.map(({ uid, summary, end }) => [uid, summary, end?.date.toISOString()])).toEqual([
      [`promise-${promiseId}@casebook.invalid`, 'Provider: A patch', DUE],
    ]);
    const empty = await begun(room);
    expect(await room.service.saveDates(empty, 'en')).toBeNull();
  });

  it('tells next time what became of each decision, and keeps telling it as it was known then', async () => {
    const room = await meetingRoom();
    await held(room);
    const [promise] = await room.store.marked('promise');
    const promiseId = promise?.kind === 'promise.made' ? promise.body.promiseId : '';
    ok(await room.promises.move(promiseId, { due: new Date(Date.parse(DUE) + DAY), agreed: true }));
    const logs = { owner: 'us', deliverable: 'Send the logs', providerId: ACME.id } as const;
    ok(await room.promises.make({ ...logs, due: new Date(DUE) }));
    const next = await held(room);
    room.profile.clock.ms += 20 * DAY;
    ok(await room.promises.keep(promiseId));
    const third = await begun(room);
    const [second, ours] = [await minutesOf(room, next), await minutesOf(room, third)];
    expect(table(second, /last time/)).toEqual([
      [
        'A patch (done when: Saving works)',
        'Acme',
        'Dec 4, 2026',
        'open, not due yet (date moved once, now Dec 5, 2026)',
      ],
      ['Meet every quarter', 'not said', 'not said', 'stayed a decision'],
    ]);
    expect(table(ours, /last time/)[0]?.[3]).toBe('open, past the first date');
    // What was decided last time is told there, what was kept meanwhile not at all.
    expect(table(ours, /that were open/)).toEqual([
      ['Send the logs', 'Us', 'Dec 4, 2026', 'open, past the first date'],
    ]);
  });
});

describe('a conversation in the log', () => {
  it('goes through backup, rebuild, import and its undoing whole', async () => {
    const room = await meetingRoom();
    const id = await held(room);
    const before = (await room.read()).conversations;
    ok(await room.store.rebuild());
    expect((await room.read()).conversations).toEqual(before);
    expect(await room.store.verify()).toMatchObject({ ok: true });
    const { lines, pictures } = await backupOf(room.store);
    const other = testProfile(9).store();
    ok(await other.importLedgers(sourceOf(lines, pictures), { importId: 'one' }));
    expect(await other.marked('conversation')).toEqual(await room.store.marked('conversation'));
    ok(await other.undoImport('one'));
    expect(await other.marked('conversation')).toEqual([]);
    ok(await room.store.purge([seedIssueId(1)]));
    expect((await room.read()).conversations).toEqual(before);
    const doc = await minutesOf(room, id);
    expect(packPlain(doc)).toMatch(/-0001 \(waited on/);
  });
});
