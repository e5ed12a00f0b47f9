import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeLetter } from '../../../lib/app/packs/compose-letter.ts';
import { composePack } from '../../../lib/app/packs/compose-pack.ts';
import type { PackFacts } from '../../../lib/app/packs/pack-facts.ts';
import { PACK_KINDS, type PackOrder } from '../../../lib/app/packs/pack-order.ts';
import type { PackPictures } from '../../../lib/app/packs/pack-pictures.ts';
import { mailAddress, receiverOf, receiversOf } from '../../../lib/app/packs/receivers.ts';
import type { Contact } from '../../../lib/domain/directory/contact.ts';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import { ATTACHED_BYTES } from '../../../lib/export/packs/limits.ts';
import { packHtml } from '../../../lib/export/packs/pack-html.tsx';
import { packPlain } from '../../../lib/export/packs/pack-plain.ts';
import { ACME, DIRECTORY, erpCapture, office } from '../../support/accounts.ts';
import { presentOf } from '../../support/evidence.ts';
import { complaintsAbout } from '../../support/html-check.ts';
import { packFacts, packsOf, PLAIN_ORDER } from '../../support/packs.ts';
import { seedCaptureId, seedIssueId } from '../../support/seed.ts';
import { ok } from '../../support/storage.ts';
import { realPicture } from '../../unit/export/support.ts';

const NAME = 'Größe & Söhne\r\nBcc: evil@example.org\u202e';
const CONTACT = { side: 'provider', providerId: ACME.id, name: 'Robin\r\nBcc: x@y.example' } as const;
const contact = (id: string, role: Contact['role'], ...addresses: string[]): Contact => ({
  ...CONTACT,
  id,
  role,
  channels: addresses.map((address) => ({ kind: 'email', address })),
});
const LINE = /^[\x20-\x7e\t]{0,998}$/;

const desk = office();
const { store } = desk;
const files: { blob: Blob; name: string }[] = [];
const service = packsOf(desk, (blob, name) => files.push({ blob, name }));
let facts: PackFacts;

async function sent(change: Partial<PackOrder> = {}, pictures: PackPictures = new Map(), locked = false) {
  const done = await service.deliverMail(facts, { ...PLAIN_ORDER, ...change }, pictures, locked);
  if ('failed' in done) throw new Error(`The mail was not made: ${done.failed}`);
  const source = (await files.at(-1)?.blob.text()) ?? '';
  const mail = await PostalMime.parse(source, { attachmentEncoding: 'utf8' });
  return { done, source, mail };
}

beforeAll(async () => {
  desk.profile.clock.ms = Date.parse('2026-03-20T12:00:00.000Z');
  const things = DIRECTORY.filter(({ kind }) => kind !== 'provider');
  const channels = [{ kind: 'email', address: 'support@acme.example' }] as const;
  ok(
    await desk.directory.saveAll([
      ...things,
      { kind: 'provider', value: { ...ACME, name: NAME, channels: [...channels] } },
      { kind: 'contact', value: contact('c-desk', 'service_desk', 'desk@acme.example') },
      { kind: 'contact', value: contact('c-odd', 'account_manager', 'x@y.example\r\nBcc: evil@example.org') },
      { kind: 'contact', value: contact('c-gone', 'spoc', 'gone@acme.example') },
      { kind: 'contact', value: { ...contact('c-left', 'spoc', 'left@acme.example'), to: '2026-03-19' } },
      { kind: 'contact', value: { ...contact('c-us', 'billing', 'us@home.example'), side: 'us' } },
    ]),
  );
  const made = erpCapture(1, '2026-03-03T09:00:00.000Z');
  const picture = realPicture(1);
  const big = realPicture(2, ATTACHED_BYTES);
  ok(
    await store.append(
      [
        { ...made, body: { ...made.body, captureId: seedCaptureId(1), picture: presentOf(picture) } },
        {
          ...erpCapture(2, '2026-03-04T09:00:00.000Z'),
          body: { ...made.body, captureId: seedCaptureId(2), picture: presentOf(big) },
        },
        {
          ...erpCapture(1, '2026-03-04T10:00:00.000Z'),
          kind: 'event',
          body: { event: 'note', visibility: 'internal', text: 'CANARY-INTERNAL' },
        },
      ] as NewEntry[], // as: frames of captures, with the body of their kind
      { blobs: [picture, big] },
    ),
  );
  await desk.follower.settled();
  facts = await packFacts(desk, {
    providerId: ACME.id,
    period: { from: Date.parse('2026-02-28T23:00:00.000Z'), to: Date.parse('2026-03-31T22:00:00.000Z') },
  });
}, 60_000);

describe('a pack as a mail draft', () => {
  it('says the summary as text and as HTML, with the pack attached, to the contact of the provider', async () => {
    const order = { ...PLAIN_ORDER, note: 'Über Größe', to: 'c-desk' };
    const { done, mail } = await sent({ note: 'Über Größe', to: 'c-desk' });
    const name = done.fileName.replace('.eml', '.html');
    expect(done).toMatchObject({ noted: true, apart: null });
    expect(mail.to).toEqual([{ address: 'desk@acme.example', name: '' }]);
    expect(mail.from).toBeUndefined();
    expect(mail.subject).toMatch(/^Conversation pack: Größe & Söhne .*– Mar 1, 2026 to Mar 20, 2026$/);
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    const doc = composePack(facts, order);
    expect(mail.attachments).toMatchObject([{ filename: name, mimeType: 'text/html' }]);
    expect(mail.attachments[0]?.content).toBe(await packHtml(doc));
    const letter = composeLetter(facts, order, new Map(), { name, bytes: 1, way: 'attached' });
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(packPlain(letter.doc).trim());
    for (const text of [mail.text ?? '', mail.html ?? '']) {
      for (const words of ['Über Größe', '2 issues', 'What works', name, facts.heads[0]?.link ?? 'no head'])
        expect(text.toLowerCase()).toContain(words.toLowerCase());
      // No number that leads to an annex, and no figure of the annex itself.
      expect(text).not.toMatch(/\bF\d|href=|Annex A:/);
    }
    expect(await complaintsAbout((mail.html ?? '').replaceAll('\r\n', '\n'))).toEqual([]);
  });

  it('has the headers that we wrote and no other, whatever provider and contacts are called', async () => {
    for (const kind of PACK_KINDS)
      for (const language of ['en', 'de'] as const) {
        const { mail, source } = await sent({ kind, language, to: 'c-desk' });
        expect(mail.headers.map(({ key }) => key)).toEqual([
          'to',
          'subject',
          'date',
          'message-id',
          'x-unsent',
          'mime-version',
          'content-type',
        ]);
        expect(mail.bcc ?? []).toEqual([]);
        expect(mail.subject).toContain('Größe & Söhne');
        expect(source.split('\r\n').filter((line) => !LINE.test(line))).toEqual([]);
        expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const long = source.split('\r\n').filter((line) => line.length > 78);
        expect(long.filter((line) => !/^(?:Content-|Message-ID)/.test(line))).toEqual([]);
        expect(`${mail.text}${mail.html}`).not.toMatch(/CANARY|Robin/);
        expect(source).not.toContain('Robin');
      }
  });

  it('says in its subject what it is about', async () => {
    const key = facts.issues[0]?.shared?.key ?? '';
    expect((await sent({ kind: 'issue', issueId: seedIssueId(1) })).mail.subject).toMatch(
      new RegExp(`^\\[${key}\\] .+ – Größe & Söhne`),
    );
    expect((await sent({ kind: 'claim' })).mail.subject).toMatch(/^SLA Credit Request: Größe & Söhne/);
    const german = await sent({ kind: 'review', language: 'de' });
    expect(german.mail.subject).toMatch(/^Quartalsgespräch: .*– 1. März 2026 bis 20. März 2026$/);
    expect(german.mail.text).toContain('Sie ist angehängt: quartalsgespraech-');
  });

  it('names the pack and leaves it out where it is too large for mailboxes', async () => {
    const id = seedIssueId(2);
    const read = await service.pictures([id], new AbortController().signal);
    if (!read.ok) throw new Error(read.code);
    const { done, mail } = await sent({ pictured: new Set([id]) }, read.pictures);
    const name = done.fileName.replace('.eml', '.html');
    expect(done.apart).toEqual({ name, why: 'large' });
    expect(mail.attachments).toEqual([]);
    expect(mail.text).toContain('1 picture is not shown');
    expect(mail.text).toContain(`It is the file ${name} (9.4 MB), which is too large for many mailboxes`);
    const small = await sent({ pictured: new Set([seedIssueId(1)]) }, read.pictures);
    expect(small.done.apart).toBeNull();
  });

  it('never holds a pack that is to have a password, and names neither its file nor the password', async () => {
    const { done, mail } = await sent({}, new Map(), true);
    expect(done.apart).toMatchObject({ why: 'locked' });
    expect(mail.attachments).toEqual([]);
    expect(mail.text).toContain('a file with a password, which comes by another way');
    expect(mail.text).not.toContain('.html');
  });

  it('is noted in the ledger', async () => {
    await sent();
    const own = await store.own();
    const [noted] = await store.entries(own.ledger, own.n, 1);
    expect(JSON.parse(noted?.json ?? '{}')).toMatchObject({ body: { formats: ['pack-eml'], issues: 2 } });
  });
});

describe('whom a draft is for', () => {
  it('is somebody of the provider who is there today and can be written to, then the provider itself', () => {
    const all = receiversOf(facts);
    expect(all.map(({ address }) => address).toSorted()).toEqual([
      'desk@acme.example',
      'gone@acme.example',
      'support@acme.example',
    ]);
    const to = (kind: PackOrder['kind'], chosen: string | null) => receiverOf(all, kind, chosen)?.address;
    expect(to('conversation', null)).toBe('gone@acme.example');
    expect(to('issue', 'c-desk')).toBe('desk@acme.example');
    expect(to('claim', null)).toBe('support@acme.example');
    expect(to('conversation', '')).toBeUndefined();
    expect(to('conversation', 'c-of-another-provider')).toBe('gone@acme.example');
    // A hand-over is for the next one.
    expect(to('handover', null)).toBeUndefined();
  });

  it('has an address that can stand in a header, or none', () => {
    expect(mailAddress(' a.b+c@Example.org ')).toBe('a.b+c@example.org');
    expect(mailAddress('desk@münchen.example')).toBe('desk@xn--mnchen-3ya.example');
    for (const text of [
      'a@b.example\r\nBcc: x@y.example',
      'a@b.example, c@d.example',
      'A <a@b.example>',
      'a b@c.example',
      'ä@b.example',
      '"a"@b.example',
      '.a@b.example',
      'a@b.example/x',
      'a@b.example:25',
      'a@localhost',
      '@b.example',
      'a@',
      'a',
      '',
    ])
      expect([text, mailAddress(text)]).toEqual([text, null]);
  });
});
