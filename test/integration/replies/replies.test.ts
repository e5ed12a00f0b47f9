import { beforeEach, describe, expect, it } from 'vitest';
import { createReplyService } from '../../../lib/app/replies/create-reply-service.ts';
import type { Reply, ReplyService } from '../../../lib/app/replies/reply-service.ts';
import type { Contact } from '../../../lib/domain/directory/contact.ts';
import type { Directory } from '../../../lib/domain/directory/directory.ts';
import type { Issue } from '../../../lib/domain/issue/issue.ts';
import { replies } from '../../../lib/i18n/replies/replies.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { mailText } from '../../support/files.ts';
import { attachmentsOf, noDirectory } from '../../support/replies.ts';
import { makeCapture, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { masks } from '../../unit/app/attachments/lab.ts';

const support: Contact = {
  id: 'c-1',
  side: 'provider',
  providerId: 'p-1',
  name: 'Jörg',
  role: 'service_desk',
  channels: [{ kind: 'email', address: 'Support@Provider.example' }],
};
const CHOICE = { side: 'provider', event: 'provider_update', ticket: null } as const;

let store: Store;
let service: ReplyService;
let directory: Directory;

beforeEach(async () => {
  store = testProfile(3).store();
  ok(await store.append(makeCapture(1)));
  directory = { ...(await noDirectory()), contacts: new Map([[support.id, support]]) };
  service = createReplyService({
    store,
    attachments: attachmentsOf(store),
    directory: async () => directory,
    masks: async () => masks,
    newId: () => crypto.randomUUID(),
    now: () => new Date('2026-11-28T12:00:00.000Z'),
    zone: () => 'Europe/Berlin',
  });
});

async function issue(): Promise<Issue> {
  const found = await store.issue(seedIssueId(1));
  if (found === null) throw new Error('The issue must be there.');
  return found;
}
const file = (content: string): File => new File([content], 'reply.eml');
const look = async (content: string) => service.look(await issue(), file(content));
async function reply(content: string): Promise<Reply> {
  return ok(await look(content));
}
const dated = (date: string): string => mailText('Done').replace('Mon, 23 Nov 2026 14:02:00 +0100', date);

describe("a provider's reply", () => {
  it('becomes a line with the time of the mail, documented, and is kept beside it', async () => {
    const read = await reply(mailText('We restarted it.\n\n> It fails'));
    expect(read).toMatchObject({
      side: 'provider',
      contactId: 'c-1',
      moment: { at: '2026-11-23T13:02:00.000Z', offsetMin: 60 },
      text: 'Re: Invoices return 503\nWe restarted it.',
    });
    expect((await issue()).timeline).toEqual([]);
    ok(await service.write(seedIssueId(1), read, { ...CHOICE, ticket: '4711' }));
    const { timeline, files } = await issue();
    const [line] = timeline;
    expect(line?.said).toMatchObject({
      at: '2026-11-23T13:02:00.000Z',
      certainty: 'documented',
      by: { side: 'provider' },
    });
    const [kept] = files;
    expect(kept?.file).toMatchObject({ kind: 'mail', name: 'reply.eml' });
    expect(line?.holds).toMatchObject({
      event: 'provider_update',
      channel: 'email',
      ticket: '4711',
      contactId: 'c-1',
      visibility: 'shared',
      evidence: [kept?.file.sha256],
    });
  });

  it.each([
    ['Mon, 23 Nov 2026 08:02:00 -0500', '2026-11-23T13:02:00.000Z', 'Etc/GMT+5', -300],
    ['Mon, 23 Nov 2026 18:32:00 +0530', '2026-11-23T13:02:00.000Z', 'Etc/UTC', 330],
    ['Mon, 23 Nov 2026 13:02:00 GMT', '2026-11-23T13:02:00.000Z', 'Etc/UTC', 0],
  ])('keeps the zone of %s', async (date, at, zone, offsetMin) => {
    const read = await reply(dated(date));
    const here = new Date(at).getTimezoneOffset() === 0 - offsetMin;
    expect(read.moment).toEqual({ at, zone: here ? 'Europe/Berlin' : zone, offsetMin });
    expect(new Intl.DateTimeFormat('en', { timeZone: read.moment.zone }).format()).not.toBe('');
    ok(await service.write(seedIssueId(1), read, CHOICE));
  });

  it('gives nothing new the second time, however it was saved, until it is taken back', async () => {
    const done = ok(await service.write(seedIssueId(1), await reply(mailText('Done')), CHOICE));
    const n = (await store.own()).n;
    expect(await look(mailText('Done'))).toEqual({ ok: false, code: 'known' });
    expect(await look(mailText('Done', 'X-Saved-By: another program'))).toEqual({ ok: false, code: 'known' });
    expect((await store.own()).n).toBe(n);
    ok((await done.undo?.()) ?? { ok: false });
    expect((await issue()).timeline.map(({ holds }) => holds)).toEqual([null]);
    expect((await issue()).files).toEqual([]);
    expect(await look(mailText('Done'))).toMatchObject({ ok: true, stored: null });
  });

  it('that lies there as a file already gets its line, and is not stored twice', async () => {
    ok(await attachmentsOf(store).addFiles(seedIssueId(1), [file(mailText('Done'))], 'file'));
    const read = await reply(mailText('Done', 'X-Saved-By: another program'));
    expect(read.stored).toBe((await issue()).files[0]?.file.sha256);
    ok(await service.write(seedIssueId(1), read, CHOICE));
    const { timeline, files } = await issue();
    expect(files).toHaveLength(1);
    expect(timeline[0]?.holds?.evidence).toEqual([files[0]?.file.sha256]);
  });

  it('loses its secrets before it is shown or stored', async () => {
    const read = await reply(mailText('Log in with password: hunter2hunter2 and go on'));
    expect(read.masked).toBeGreaterThan(0);
    expect(JSON.stringify(read)).not.toContain('hunter2hunter2');
    ok(await service.write(seedIssueId(1), read, CHOICE));
    const own = await store.own();
    const lines = await store.entries(own.ledger, 1, own.n);
    expect(lines.map(({ json }) => json).join()).not.toContain('hunter2hunter2');
    const blob = await attachmentsOf(store).bytes(read.mail.blob.sha256);
    expect(await blob?.text()).not.toContain('hunter2hunter2');
  });

  it('of a stranger is told so; of us it is ours; numbers in the subject are offered', async () => {
    directory = await noDirectory();
    const content = mailText('Done').replace('Re: Invoices', 'Re: [#4711] Invoices');
    expect(await reply(content)).toMatchObject({ side: null, contactId: null, tickets: ['4711'] });
    directory = { ...directory, contacts: new Map([['c-2', { ...support, id: 'c-2', side: 'us' }]]) };
    const ours = await reply(content);
    expect(ours.side).toBe('us');
    ok(await service.write(seedIssueId(1), ours, { side: 'us', event: 'chased', ticket: null }));
    expect((await issue()).timeline[0]?.said.by.side).toBe('us');
  });

  it.each([
    ['not-a-mail', 'just some words'],
    ['no-time', mailText('Done').replace(/^Date:.*\r\n/m, '')],
    ['no-time', dated('yesterday')],
    ['no-time', dated('Mon, 31 Feb 2026 14:02:05 +0100')],
    ['future', dated('Mon, 23 Nov 2099 14:02:05 +0100')],
  ] as const)('is refused as %s in one sentence, and nothing is written', async (code, content) => {
    const n = (await store.own()).n;
    expect(await look(content)).toEqual({ ok: false, code });
    for (const words of [replies.en, replies.de]) expect(words.refused[code]).toMatch(/\.$/);
    expect((await store.own()).n).toBe(n);
  });
});
