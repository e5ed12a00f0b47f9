import { beforeAll, describe, expect, it } from 'vitest';
import { composePack } from '../../../lib/app/packs/compose-pack.ts';
import type { PackFacts } from '../../../lib/app/packs/pack-facts.ts';
import { PACK_KINDS, type PackKind } from '../../../lib/app/packs/pack-order.ts';
import { packHtml } from '../../../lib/export/packs/pack-html.tsx';
import { packMarkdown } from '../../../lib/export/packs/pack-markdown.ts';
import type { Agreement } from '../../../lib/domain/directory/agreement.ts';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import { ACME, DIRECTORY, erpCapture, office, SLA } from '../../support/accounts.ts';
import { complaintsAbout } from '../../support/html-check.ts';
import { packFacts, packsOf, PLAIN_ORDER } from '../../support/packs.ts';
import { seedCaptureId, seedIssueId } from '../../support/seed.ts';
import { ok } from '../../support/storage.ts';

const desk = office();
const { store } = desk;
let facts: PackFacts;
const text = (kind: PackKind) => packMarkdown(composePack(facts, { ...PLAIN_ORDER, kind }));

const FRAME = {
  zone: 'Europe/Berlin',
  offsetMin: 60,
  certainty: 'exact',
  by: { side: 'us' },
} as const;
const event = (
  at: string,
  body: Extract<NewEntry, { kind: 'event' }>['body'],
  side: 'us' | 'provider' = 'us',
): NewEntry => ({ ...FRAME, by: { side }, kind: 'event', issueId: seedIssueId(1), at, body });
const promise = (id: number, owner: 'us' | 'provider', deliverable: string, due: string): NewEntry => ({
  ...FRAME,
  kind: 'promise.made',
  at: '2026-03-02T09:00:00.000Z',
  body: {
    promiseId: `0190a000-0000-7000-8000-00000000000${id}`,
    providerId: ACME.id,
    owner,
    deliverable,
    due,
  },
});

beforeAll(async () => {
  desk.profile.clock.ms = Date.parse('2026-03-20T12:00:00.000Z');
  const [version] = SLA.versions;
  if (version === undefined) throw new Error('The agreement has a version.');
  const agreed: Agreement['versions'][number] = {
    ...version,
    availability: {
      targetMilliPercent: 99_900,
      unit: 'minutes',
      wholeMinutesOnly: true,
      excludesMaintenance: false,
      downPriority: 5,
    },
    creditTiers: [{ belowMilliPercent: 99_900, creditPercent: 10 }],
    claim: { requiredEvidence: ['Request logs'], subjectMustContain: 'SLA Credit Request' },
  };
  ok(
    await desk.directory.saveAll([
      ...DIRECTORY.filter(({ kind }) => kind !== 'agreement'),
      { kind: 'agreement', value: { ...SLA, versions: [agreed] } },
      {
        kind: 'contact',
        value: {
          id: 'c-1',
          side: 'provider',
          providerId: ACME.id,
          name: 'Robin Person',
          role: 'escalation',
          escalationLevel: 1,
          channels: [{ kind: 'email', address: 'robin@acme.example' }],
        },
      },
    ]),
  );
  const down = erpCapture(1, '2026-03-03T09:00:00.000Z');
  const request = { status: 503, initiator: 'fetch', durationMs: 40, problem: 'failed' } as const;
  ok(
    await store.append({
      ...down,
      body: {
        ...down.body,
        masked: { total: 2, rules: { auth: 2 } },
        evidence: {
          state: 'present',
          requests: [
            { ...request, url: 'https://erp.acme.example/api/orders', startMs: 60_000 },
            {
              ...request,
              url: 'https://cdn.acme.example/slow.js',
              startMs: 10,
              problem: 'slow',
              status: 200,
            },
          ],
          requestsSeen: 9,
          requestListFull: false,
          pageAgeMs: 600_000,
          chips: [{ id: 'c1', kind: 'error-id', label: 'Request ID', value: '<b>REQ-4711</b>' }],
        },
      },
    }),
  );
  for (const i of [2, 3, 4])
    ok(
      await store.append({
        ...erpCapture(i, `2026-03-0${i + 2}T09:00:00.000Z`),
        issueId: seedIssueId(1),
        body: { ...erpCapture(i, '2026-03-04T09:00:00.000Z').body, captureId: seedCaptureId(i) },
      }),
    );
  for (const one of [
    event('2026-03-03T09:10:00.000Z', { event: 'reported', visibility: 'shared', ticket: 'ACME-77' }),
    event('2026-03-03T09:20:00.000Z', { event: 'info_requested', visibility: 'shared' }, 'provider'),
    promise(1, 'us', 'Answer within a day', '2026-03-30T12:00:00.000Z'),
    promise(2, 'provider', 'Root cause', '2026-03-10T12:00:00.000Z'),
  ])
    ok(await store.append(one));
  await desk.follower.settled();
  facts = await packFacts(desk, { providerId: ACME.id });
}, 60_000);

describe('a pack of one problem that keeps coming back', () => {
  it('says what is to be settled, our own side first', () => {
    const said = text('conversation');
    const own = said.indexOf('Our side: 1 question of the provider waits for our answer.');
    const theirs = said.indexOf('was seen 4 times since');
    expect(own).toBeGreaterThan(0);
    expect(theirs).toBeGreaterThan(own);
    expect(said).toContain('often within days');
    expect(said).toContain('ACME-77');
  });

  it('shows the promises of both sides as the provider’s page counts them', async () => {
    desk.profile.clock.ms = facts.asOf;
    const page = await desk.board(ACME.id, null);
    expect(facts.promises.us).toEqual(page.promises.us);
    expect(facts.promises.provider).toEqual(page.promises.provider);
    const said = text('conversation');
    expect(said).toContain('| Promises kept on time | nothing to count | 0 of 1 |');
    expect(said).toContain('| Open, past the date | 0 | 1 |');
    expect(said).toContain('| Open, not due yet | 1 | 0 |');
    expect(said.indexOf('Answer within a day')).toBeLessThan(said.indexOf('Root cause'));
  });

  it('drafts a claim with every outage in UTC and the zone of the contract', () => {
    const said = text('claim');
    expect(said).toContain('SLA Credit Request');
    expect(said).toContain('Request logs');
    expect(said).toMatch(/ACME-77 \| 2026-03-03 09:\d\d \|.*10:\d\d AM.*\| still down \|/);
    expect(said).toContain('a person checks and files it');
  });

  it('corroborates a claim: failed requests by their own time, errors, our steps, what was masked', async () => {
    const said = text('claim');
    // The page was ten minutes old at 09:00, and the request began a minute after the page.
    expect(said).toMatch(/2026-03-03 08\\?:51 \| https\\?:\/\/erp\.acme\.example\/api\/orders \| 503 \|/);
    expect(said).not.toContain('slow.js');
    expect(said).toMatch(/Request ID \| .*REQ-4711/);
    expect(said).toMatch(/2026-03-03 09\\?:10 \| .*ACME-77/);
    expect(said).toContain('2 secrets (passwords, keys, tokens and the like) were replaced');
    expect(said).toMatch(/Users hit \(number\).*to be filled in/);
    const html = await packHtml(composePack(facts, { ...PLAIN_ORDER, kind: 'claim' }));
    expect(html).not.toContain('<b>REQ');
    expect(await complaintsAbout(html)).toEqual([]);
  });

  it('says how many errors a claim does not list', () => {
    const many = Array.from({ length: 71 }, (_, i) => ({
      id: `c${i}`,
      kind: 'error-id' as const,
      label: 'Request ID',
      value: `REQ-${i}`,
    }));
    const issues = facts.issues.map((one) => ({
      ...one,
      shared: one.shared && {
        ...one.shared,
        occurrences: one.shared.occurrences.map((seen) => ({ ...seen, findings: many })),
      },
    }));
    const said = packMarkdown(composePack({ ...facts, issues }, { ...PLAIN_ORDER, kind: 'claim' }));
    expect(said).toContain('REQ-59');
    expect(said).not.toContain('REQ-60');
    expect(said).toContain('11 more are not listed.');
  });

  it('leaves an issue that is left out also out of what corroborates a claim', () => {
    const doc = composePack(facts, { ...PLAIN_ORDER, kind: 'claim', leftOut: new Set([seedIssueId(1)]) });
    expect(packMarkdown(doc)).not.toMatch(/api\/orders|REQ-4711|What we saw/);
  });

  it('asks for one thing with its date in a single issue', () => {
    const said = text('issue');
    expect(said).toContain('What we ask');
    expect(said).toContain('ACME-77');
    expect(said).toMatch(/4 times since Mar 3, 2026/);
    // What it is called stands above it all, not again above what happened in it.
    expect(said).toContain('## Chronology');
    expect(said.replaceAll('\\', '').split(facts.issues[0]?.shared?.title ?? '')).toHaveLength(2);
  });

  it('names both sides where they sign a review, and says first that a claim is a draft', () => {
    const signed = text('review').split('Acknowledged')[1] ?? '';
    expect(signed).toMatch(/\| Us \| +\|.*\n\| Acme \| +\|/);
    const claim = packMarkdown(composePack(facts, { ...PLAIN_ORDER, kind: 'claim', note: 'For May.' }));
    // What it is stands before what is said about it.
    expect(claim.indexOf('a person checks and files it')).toBeLessThan(claim.indexOf('## Cover note'));
    expect(claim).toContain('For May.');
  });

  it('hands over contacts by role, never by name, and what is to be ticked', () => {
    const said = text('handover');
    expect(said).toContain('| Escalation | 1 |');
    expect(said).toContain('- [ ] Accounts and credentials');
    for (const kind of PACK_KINDS) expect(text(kind)).not.toMatch(/Robin|Person|robin@/);
  });

  it('leads nowhere that is not there, in any kind', async () => {
    for (const kind of PACK_KINDS) {
      const html = await packHtml(composePack(facts, { ...PLAIN_ORDER, kind }));
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
      expect(links.filter((id) => !ids.has(id))).toEqual([]);
      if (kind !== 'issue') expect(links.length, kind).toBeGreaterThan(0);
    }
  });

  it('is of one system where one was chosen', async () => {
    const none = await packFacts(desk, { providerId: ACME.id, systemId: 's-other' });
    expect(none.issues).toEqual([]);
    expect(none.board.issues).toBe(0);
    const one = await packFacts(desk, { providerId: ACME.id, systemId: 's-erp' });
    expect(one.board).toEqual(facts.board);
  });
});

describe('handing a pack over', () => {
  it('downloads what was composed, and writes down that it went out', async () => {
    const files: { blob: Blob; name: string }[] = [];
    const service = packsOf(desk, (blob, name) => files.push({ blob, name }));
    const signal = new AbortController().signal;
    const scope = { providerId: ACME.id, period: null, systemId: null, teamId: null };
    expect(await service.read({ ...scope, providerId: 'nobody' }, signal)).toEqual({
      ok: false,
      code: 'no-provider',
    });
    const read = await service.read(scope, signal);
    if (!read.ok) throw new Error(read.code);
    const before = await store.own();
    const doc = composePack(read.facts, PLAIN_ORDER);
    const done = await service.deliver(doc, 'markdown', new Map());
    expect(done).toMatchObject({ fileName: 'conversation-pack-acme-2026-03-20.md', noted: true });
    expect(await files[0]?.blob.text()).toBe(packMarkdown(doc));
    const after = await store.own();
    const [noted] = await store.entries(after.ledger, after.n, 1);
    expect(JSON.parse(noted?.json ?? '{}')).toHaveProperty('body', {
      formats: ['pack-markdown'],
      issues: 1,
      head: before.link,
    });
  });
});
