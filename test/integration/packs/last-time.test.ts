import { beforeAll, describe, expect, it } from 'vitest';
import { composePack } from '../../../lib/app/packs/compose-pack.ts';
import type { PackFacts } from '../../../lib/app/packs/pack-facts.ts';
import type { PackOrder } from '../../../lib/app/packs/pack-order.ts';
import { promiseItems } from '../../../lib/app/packs/promise-items.ts';
import type { Line, PackDoc } from '../../../lib/export/packs/doc.ts';
import { packHtml } from '../../../lib/export/packs/pack-html.tsx';
import { packMarkdown } from '../../../lib/export/packs/pack-markdown.ts';
import { ACME, DIRECTORY, erpCapture, office } from '../../support/accounts.ts';
import { heldEntries } from '../../support/held.ts';
import { complaintsAbout } from '../../support/html-check.ts';
import { PLAIN_ORDER, packFacts } from '../../support/packs.ts';
import { ok } from '../../support/storage.ts';

const DAY = 86_400_000;
const HELD = Date.parse('2026-03-02T09:00:00.000Z');
const at = (days: number) => new Date(HELD + days * DAY).toISOString();
const PATCH = 'p-patch';

const desk = office();
let facts: PackFacts;
const compose = (change: Partial<PackOrder> = {}) => composePack(facts, { ...PLAIN_ORDER, ...change });
const text = ({ text: said, ref, under = '' }: Line) =>
  `${said}${ref === undefined ? '' : ` [${ref.text}]`}${under === '' ? '' : ` (${under})`}`;
function table({ pages, annex }: PackDoc, caption: RegExp): string[][] {
  for (const block of [...pages, ...annex])
    if (block.kind === 'table' && caption.test(block.caption)) return block.rows.map((row) => row.map(text));
  return [];
}

beforeAll(async () => {
  desk.profile.clock.ms = HELD - 60 * DAY;
  ok(await desk.directory.saveAll(DIRECTORY));
  ok(await desk.store.append(erpCapture(1, at(-50))));
  const provider = { providerId: ACME.id };
  desk.profile.clock.ms = HELD - 30 * DAY;
  const older = { ...provider, id: 'c-old', startedAt: at(-30), endedAt: at(-30) };
  ok(await desk.store.append(heldEntries({ ...older, decisions: [{ id: 'd-old', text: 'Long ago' }] })));
  desk.profile.clock.ms = HELD;
  ok(
    await desk.store.append(
      heldEntries({
        ...provider,
        id: 'c-last',
        startedAt: at(0),
        endedAt: at(0),
        internal: 'CANARY-INTERNAL: we would pay for it',
        decisions: [
          { id: 'd1', text: 'Meet every quarter' },
          {
            id: 'd2',
            text: 'A patch',
            owner: 'provider',
            due: at(5),
            promiseId: PATCH,
            acceptance: 'It saves',
          },
          { id: 'd3', text: 'Send the <b>logs</b>', owner: 'us', due: at(3), promiseId: 'p-logs' },
          { id: 'd4', text: 'Name a deputy', owner: 'provider', due: at(40), promiseId: 'p-name' },
        ],
      }),
    ),
  );
  desk.profile.clock.ms = HELD + 2 * DAY;
  ok(await desk.promises.keep('p-logs'));
  desk.profile.clock.ms = HELD + 4 * DAY;
  ok(await desk.promises.move(PATCH, { due: new Date(at(9)), agreed: true }));
  // One that goes on is not the last one; one with somebody else is not ours to tell.
  const running = { ...provider, id: 'c-now', startedAt: at(10), endedAt: null };
  desk.profile.clock.ms = HELD + 10 * DAY;
  ok(await desk.store.append(heldEntries({ ...running, decisions: [{ id: 'd9', text: 'Not over yet' }] })));
  const other = { ...running, id: 'c-other', providerId: 'p-other', endedAt: at(10) };
  ok(await desk.store.append(heldEntries({ ...other, decisions: [{ id: 'd8', text: 'Of another' }] })));
  await desk.follower.settled();
  facts = await packFacts(desk, { providerId: ACME.id });
}, 60_000);

describe('what was decided last time', () => {
  it('opens the conversation and the review, unsettled first, with owner, date and what became of it', () => {
    for (const kind of ['conversation', 'review'] as const) {
      const doc = compose({ kind, note: 'Why' });
      const headings = doc.pages.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
      expect(headings.slice(0, 3)).toEqual(['Why we would like to talk', 'Decided last time', 'Summary']);
      expect(table(doc, /decided last time/)).toEqual([
        [
          'A patch [E2]',
          'Acme',
          'Mar 7, 2026',
          'open, past the first date (date moved once, now Mar 11, 2026)',
        ],
        ['Name a deputy [E3]', 'Acme', 'Apr 11, 2026', 'open, not due yet'],
        ['Meet every quarter [E4]', 'not said', 'not said', 'stayed a decision'],
      ]);
      expect(packMarkdown(doc)).toContain('On Mar 2, 2026. What became of it is told as of this pack.');
      expect(packMarkdown(doc)).toContain('1 more in annex E.');
    }
    for (const kind of ['issue', 'claim', 'handover'] as const)
      expect(packMarkdown(compose({ kind }))).not.toContain('Decided');
  });

  it('leads to annex E, ours first, with the entries that say so', async () => {
    const rows = table(compose(), /^Decided on/);
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['E1', 'Send the <b>logs</b>'],
      ['E2', 'A patch (done when: It saves)'],
      ['E3', 'Name a deputy'],
      ['E4', 'Meet every quarter'],
    ]);
    const own = await desk.store.own();
    for (const [, what = '', , , , numbers = ''] of rows)
      for (const n of numbers.split(', ').map(Number)) {
        const [line] = await desk.store.entries(own.ledger, n, 1);
        const said = line?.json ?? '';
        const moved = said.includes('"promise.kept"') || said.includes('"promise.moved"');
        expect([
          n,
          moved || said.includes(JSON.stringify(what.replace(' (done when: It saves)', ''))),
        ]).toEqual([n, true]);
      }
    expect(rows[1]?.[5]?.split(', ')).toHaveLength(3);
    const html = await packHtml(compose());
    expect(html).toContain('href="#decision-d2"');
    expect(html).toContain('id="decision-d2"');
    expect(html).not.toContain('<b>');
    expect(await complaintsAbout(html)).toEqual([]);
  });

  it('is only of the last conversation that is over, and nothing internal', async () => {
    for (const language of ['en', 'de'] as const) {
      const file = (await packHtml(compose({ language }))) + packMarkdown(compose({ language }));
      expect(file).not.toMatch(/CANARY|Long ago|Not over|Of another/);
    }
    expect(JSON.stringify(facts.last)).not.toContain('CANARY');
  });

  it('can be left out one by one: its words are nowhere, and the pack says how many', async () => {
    const items = promiseItems(facts, 'conversation');
    expect(items.map(({ text: said }) => said)).toEqual([
      'Meet every quarter',
      'A patch',
      'Send the <b>logs</b>',
      'Name a deputy',
    ]);
    const untold = new Set([PATCH, 'd1']);
    const doc = compose({ untold });
    const file = (await packHtml(doc)) + packMarkdown(doc);
    expect(file).not.toMatch(/A patch|Meet every quarter|It saves/);
    expect(file).toContain('2 decisions or promises are not described here; the figures count them');
    expect(table(doc, /^Commitments of both/)).toEqual(table(compose(), /^Commitments of both/));
    expect(table(doc, /decided last time/).map(([what]) => what)).toEqual([
      'Name a deputy [E2]',
      'Send the <b>logs</b> [E1]',
    ]);
    // A claim tells no promises, so none is left out of it.
    expect(packMarkdown(compose({ kind: 'claim', untold }))).toContain('Left out by us: nothing');
  });

  it('stands as it could be known when the pack was made', async () => {
    desk.profile.clock.ms = HELD + 4.5 * DAY;
    const before = await packFacts(desk, { providerId: ACME.id });
    desk.profile.clock.ms = HELD + 12 * DAY;
    const doc = composePack(before, PLAIN_ORDER);
    expect(table(doc, /decided last time/)[0]?.[3]).toBe(
      'open, not due yet (date moved once, now Mar 11, 2026)',
    );
    expect(before.last?.decisions).toHaveLength(4);
  });

  it('is missing where nothing was held before', async () => {
    const none = await packFacts(desk, { providerId: 'p-other' }).catch(() => null);
    expect(none).toBeNull();
    expect(packMarkdown(composePack({ ...facts, last: null }, PLAIN_ORDER))).not.toContain(
      'Decided last time',
    );
    const nothing = { startedAt: at(0), decisions: [] };
    expect(packMarkdown(composePack({ ...facts, last: nothing }, PLAIN_ORDER))).toContain(
      'On Mar 2, 2026 nothing was decided.',
    );
  });
});
