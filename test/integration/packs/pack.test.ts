import { beforeAll, describe, expect, it } from 'vitest';
import type { Period } from '../../../lib/app/accounts/account-service.ts';
import { figureWords } from '../../../lib/app/accounts/figure-words.ts';
import { composePack } from '../../../lib/app/packs/compose-pack.ts';
import type { Rate } from '../../../lib/domain/accountability/statistics/compliance.ts';
import type { PackFacts } from '../../../lib/app/packs/pack-facts.ts';
import { PACK_KINDS, type PackKind, type PackOrder } from '../../../lib/app/packs/pack-order.ts';
import type { Block, Line, PackDoc } from '../../../lib/export/packs/doc.ts';
import { packHtml } from '../../../lib/export/packs/pack-html.tsx';
import { packMarkdown } from '../../../lib/export/packs/pack-markdown.ts';
import { wordsOf } from '../../../lib/i18n/area.ts';
import { board } from '../../../lib/i18n/board/board.ts';
import { createFormat } from '../../../lib/i18n/format.ts';
import { packs } from '../../../lib/i18n/packs/packs.ts';
import { office } from '../../support/accounts.ts';
import { AS_OF, YEAR_BEGINS } from '../../support/oracle/year.ts';
import { complaintsAbout } from '../../support/html-check.ts';
import { PLAIN_ORDER, packFacts } from '../../support/packs.ts';
import { sampleYear, writeYear, yearProvider, yearTeam } from '../../support/sample-year.ts';
import { seedIssueId } from '../../support/seed.ts';
import { ok } from '../../support/storage.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = YEAR_BEGINS + AS_OF * MINUTE;
const SUMMER: Period = { from: YEAR_BEGINS + 150 * DAY, to: YEAR_BEGINS + 240 * DAY };

const desk = office();
const year = sampleYear(150);
const sides = [...new Set(year.issues.map(({ provider }) => provider))];
const [first = sides[0]] = sides;
const providerId = first === undefined ? '' : yearProvider(first);
let facts: PackFacts;

const compose = (change: Partial<PackOrder> = {}): PackDoc =>
  composePack(facts, { ...PLAIN_ORDER, ...change });
const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'pair' ? block.sides.flatMap(flat) : [block]));
const blocksOf = (doc: PackDoc): Block[] => flat([...doc.pages, ...doc.annex]);
const tableOf = (doc: PackDoc, caption: string) => {
  const found = blocksOf(doc).find((block) => block.kind === 'table' && block.caption === caption);
  return found?.kind === 'table' ? found.rows : [];
};
const texts = (rows: readonly (readonly Line[])[]) => rows.map((row) => row.map(({ text }) => text));
async function filesOf(doc: PackDoc): Promise<string> {
  return (await packHtml(doc)) + packMarkdown(doc);
}

beforeAll(async () => {
  ok(await desk.directory.saveAll(year.things));
  await writeYear(desk.store, year);
  const issue = year.issues.findIndex(({ provider }) => provider === first) + 1;
  const event = (text: string, visibility: 'internal' | 'shared') =>
    desk.store.append({
      kind: 'event',
      issueId: seedIssueId(issue),
      at: new Date(NOW - DAY).toISOString(),
      zone: 'Europe/Berlin',
      offsetMin: 60,
      certainty: 'exact',
      by: { side: 'us' },
      body: { event: 'note', visibility, text },
    });
  ok(await event('They always blame us, says Kim', 'internal'));
  ok(await event('Seen by <b>everybody</b> [here](https://example.org)', 'shared'));
  desk.profile.clock.ms = NOW;
  await desk.follower.settled();
  facts = await packFacts(desk, { providerId });
}, 120_000);

describe('the figures of a pack', () => {
  it.each([
    ['of all time', null],
    ['of a quarter', SUMMER],
  ] as const)('are those of the provider’s page, %s', async (_, period) => {
    for (const side of sides) {
      const id = yearProvider(side);
      desk.profile.clock.ms = NOW;
      const page = await desk.board(id, period);
      desk.profile.clock.ms = NOW;
      const pack = await packFacts(desk, { providerId: id, period });
      expect(pack.board).toEqual(page.board);
      expect(pack.cards).toEqual(page.cards);
      expect(pack.teams).toEqual(page.teams);
      expect(pack.breadth).toEqual(page.breadth);
      expect(pack.issues).toHaveLength(page.board.issues);
    }
  });

  it('stand in its tables as that page says them', () => {
    const b = wordsOf(board, 'en');
    const say = figureWords(b, createFormat('en', 'Europe/Berlin'));
    const { sides: held, answers, response, resolution } = facts.board;
    const doc = compose();
    expect(texts(tableOf(doc, b.ball.caption)).map(([, us, them]) => [us, them])).toEqual([
      [say.minutes(held.us.rawMs / MINUTE), say.minutes(held.provider.rawMs / MINUTE)],
      [say.minutes(held.us.businessMs / MINUTE), say.minutes(held.provider.businessMs / MINUTE)],
      [say.median(answers.us), say.median(answers.provider)],
    ]);
    const targets = texts(tableOf(doc, b.targets.heading));
    for (const [name, { counts, compliance, business }] of [
      [b.targets.response, response],
      [b.targets.resolution, resolution],
    ] as const)
      expect(targets.find(([label]) => label === name)?.slice(1, 8)).toEqual([
        say.rate(compliance),
        ...[counts.met, counts.missed, counts.openOverdue, counts.unproven, counts.openNotDue].map(String),
        say.median(business),
      ]);
  });

  it('lead to just as many issues as they count', () => {
    const doc = compose({ kind: 'review' });
    const t = wordsOf(packs, 'en');
    const b = wordsOf(board, 'en');
    const counted = new Map(
      tableOf(doc, t.annex.figures).map(([ref, , keys]) => {
        const all = t.annex.all(String(facts.board.issues)) === keys?.text;
        return [ref?.text, all ? facts.board.issues : keys?.text.split(', ').length];
      }),
    );
    const behind = (line: Line | undefined) => counted.get(line?.ref?.text);
    const rows = tableOf(doc, b.targets.heading);
    const numbers = rows.flatMap((row) => row.slice(2, -2).filter(({ ref }) => ref !== undefined));
    expect(numbers.length).toBeGreaterThan(2);
    for (const line of numbers) expect(behind(line)).toBe(Number(line.text));
    expect(rows.map((row) => [row.at(-2), row.at(-1)].map(behind))).toEqual(
      (['response', 'restore', 'resolution'] as const)
        .map((clock) => facts.board[clock].business.n)
        .filter((n) => n > 0)
        .map((n) => [n, n]),
    );
    for (const [side, card] of [
      [t.us, facts.cards.us],
      [facts.provider.name, facts.cards.provider],
    ] as const)
      for (const [i, { key, n, value }] of card.parts.entries()) {
        const line = tableOf(doc, t.full.card(b.card.of(side)))[i]?.[1];
        if (key === 'commitments') expect(line?.to).toBe(n > 0 ? 'promises' : undefined);
        else if (value !== null && !['evidence', 'withdrawn'].includes(key))
          expect([key, line?.ref]).not.toEqual([key, undefined]);
        // The others count answers, fixes or time.
        if (['response', 'resolution', 'reporting', 'fixQuality'].includes(key) && n > 0)
          expect([key, behind(line)]).toEqual([key, n]);
      }
    expect(texts(tableOf(doc, t.annex.figures))[0]).toEqual([
      'F1',
      t.head.counted,
      t.annex.all(String(facts.board.issues)),
    ]);
  });

  it('of a review stand on its pages in short, and in annex G in full', () => {
    for (const language of ['en', 'de'] as const) {
      const doc = compose({ kind: 'review', language });
      const [t, b] = [wordsOf(packs, language), wordsOf(board, language)];
      const { number } = createFormat(language, 'Europe/Berlin');
      const pages = texts(flat(doc.pages).flatMap((block) => (block.kind === 'table' ? block.rows : [])));
      const told = flat(doc.pages).map((block) => (block.kind === 'text' ? block.line.text : ''));
      for (const [side, card] of [
        [t.us, facts.cards.us],
        [facts.provider.name, facts.cards.provider],
      ] as const) {
        const full = tableOf(doc, t.full.card(b.card.of(side)));
        expect(full).toHaveLength(card.parts.length);
        expect(card.parts.some(({ value }) => value === null)).toBe(true);
        for (const [i, { value, n }] of card.parts.entries()) {
          const [name, measured, points] = full[i]?.map(({ text }) => text) ?? [];
          expect(full[i]?.[0]?.under).toMatch(/\d/);
          const counted = `(${b.number(number(n))})`;
          if (value === null) expect(told.join(' ')).toContain(`${name} ${counted}`);
          else expect(pages).toContainEqual([name, `${measured} ${counted}`, points]);
        }
      }
      expect(tableOf(doc, b.teams.heading)).toHaveLength(facts.teams.length);
      const inFull = { ...doc, pages: [] };
      expect(tableOf(inFull, b.more.heading).length).toBeGreaterThan(5);
      for (const row of tableOf(doc, b.more.heading))
        expect(tableOf(inFull, b.more.heading)).toContainEqual(row);
    }
  });

  it('of one of our teams are of what that team has seen', async () => {
    const team = facts.teams[0]?.team ?? '';
    const some = await packFacts(desk, { providerId, teamId: team });
    expect(some.board.issues).toBe(facts.teams[0]?.issues);
    expect(some.teams.map((row) => row.team)).toContain(team);
    expect(year.issues.map((one) => yearTeam(one.team))).toContain(team);
  });
});

describe('what is left out', () => {
  it('is named by its number, is nowhere in the pack, and changes no figure', async () => {
    const some = facts.issues.slice(0, 2);
    const leftOut = new Set(some.map(({ row }) => row.id));
    for (const kind of PACK_KINDS) {
      const file = await filesOf(compose({ kind, leftOut }));
      for (const { shared, row } of some) {
        expect(file).not.toContain(shared?.title);
        expect(file).not.toMatch(new RegExp(`${shared?.key}\\b`));
        expect(file).not.toContain(row.id);
      }
    }
    const [whole, without] = [compose(), compose({ leftOut })];
    expect(packMarkdown(without)).toContain('2 issues are not described here; the figures count them');
    expect(packMarkdown(whole)).toContain('Left out by us: nothing');
    const { ball, targets } = wordsOf(board, 'en');
    for (const caption of [ball.caption, targets.heading])
      expect(texts(tableOf(without, caption))).toEqual(texts(tableOf(whole, caption)));
    expect(without.issues).toBe(whole.issues - 2);
  });

  it('are all internal notes, whatever the kind and the language', async () => {
    let shared = 0;
    for (const kind of PACK_KINDS)
      for (const language of ['en', 'de'] as const) {
        const file = await filesOf(compose({ kind, language }));
        expect(file).not.toContain('blame');
        expect(file).not.toContain('Kim');
        if (file.includes('everybody')) shared += 1;
      }
    expect(shared).toBeGreaterThan(0);
  });

  it('are scores of the old provider in a hand-over', () => {
    const { card } = wordsOf(board, 'en');
    expect(packMarkdown(compose({ kind: 'review' }))).toContain(card.of(''));
    expect(packMarkdown(compose({ kind: 'handover' }))).not.toContain(card.of(''));
  });
});

describe('every kind, in both languages', () => {
  const cases = PACK_KINDS.flatMap((kind) =>
    (['en', 'de'] as const).map((language): [PackKind, 'en' | 'de'] => [kind, language]),
  );
  it.each(cases)('%s, %s: every reference leads somewhere, and nothing is active', async (kind, language) => {
    const doc = compose({ kind, language, note: '<script>1</script>', questions: 'One?\n\n Two? ' });
    const html = await packHtml(doc);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect(html.match(/ href="(?!#)/)).toBeNull();
    expect(html.match(/<(?:script|iframe|img|form|link|b)[ >]/)).toBeNull();
    expect(html).toContain(`<html lang="${language}">`);
    expect(doc.title.startsWith(wordsOf(packs, language).kind[kind])).toBe(true);
    expect(packMarkdown(doc)).not.toMatch(/(?<!\\)\[here\]|(?<!\\)<script/);
    expect(html).toContain('Two?');
    expect(html).not.toContain('undefined');
    expect(await complaintsAbout(html)).toEqual([]);
  });

  it('ours stands before theirs wherever both do', () => {
    for (const block of blocksOf(compose({ kind: 'review' }))) {
      if (block.kind !== 'table') continue;
      const kinds = block.columns.map(({ kind }) => kind);
      if (kinds.includes('them')) expect(kinds.indexOf('us')).toBeLessThan(kinds.indexOf('them'));
    }
    const markdown = packMarkdown(compose({ kind: 'review' }));
    const { card } = wordsOf(board, 'en');
    expect(markdown.indexOf(card.of('Us'))).toBeLessThan(markdown.indexOf(card.of(facts.provider.name)));
  });

  it('the same facts give the same bytes', async () => {
    expect(await packHtml(compose())).toBe(await packHtml(compose()));
  });
});

describe('what works', () => {
  const rate = (hits: number): Rate => ({
    ...facts.board.response.compliance,
    hits,
    n: 50,
    manner: 'percent',
    percent: hits * 2,
  });
  const works = (hits: number): string => {
    const response = { ...facts.board.response, compliance: rate(hits) };
    const doc = composePack({ ...facts, quarters: [], board: { ...facts.board, response } }, PLAIN_ORDER);
    return packMarkdown(doc).split('What works')[1]?.split('To settle')[0] ?? '';
  };

  it('is not said of what mostly failed', () => {
    expect(works(25)).toContain('First answers in time: 50% of 50');
    expect(works(24)).not.toContain('First answers');
  });

  it('says of which quarters it speaks, and leads to the issues of the later one where all are here', () => {
    const [first, second] = facts.quarters.slice(1, 3);
    if (first === undefined || second === undefined) throw new Error('There are four quarters.');
    const judgedIn = ({ from, to }: Readonly<{ from: number; to: number }>) =>
      facts.issues.filter(
        ({ row }) =>
          (row.firstAt ?? 0) >= from &&
          (row.firstAt ?? 0) < to &&
          ['met', 'missed', 'overdue'].includes(row.figures?.response?.verdict ?? ''),
      ).length;
    const of = (part: typeof first, hits: number) => {
      const n = 20;
      const compliance = { ...rate(hits), n, percent: hits * 5 };
      return { ...part, board: { ...part.board, response: { ...part.board.response, compliance } } };
    };
    const shown = (asOf: number, issues = facts.issues) =>
      composePack(
        { ...facts, asOf, issues, quarters: [of(first, 12), of(second, 18)] },
        { ...PLAIN_ORDER, kind: 'conversation' },
      );
    const whole = shown(second.to);
    const line =
      packMarkdown(whole)
        .split('\n')
        .find((text) => text.includes('better than')) ?? '';
    expect(line).toMatch(
      /^- First answers in time: Q\d \d{4} 90% of 20.*, better than Q\d \d{4} with 60% of 20.*\./,
    );
    const t = wordsOf(packs, 'en');
    const label = /Q\d \d{4}/.exec(line)?.[0] ?? '';
    const counted = texts(tableOf(whole, t.annex.figures)).find(
      ([, text]) => text === `${label}: First answers in time`,
    );
    expect(judgedIn(second)).toBeGreaterThan(4);
    expect(counted?.[2]?.split(', ')).toHaveLength(judgedIn(second));
    expect(packMarkdown(shown(second.to - 1))).toMatch(/: Q\d \d{4} so far 90% of 20/);
    // Of a quarter that is not here as a whole there is no list of issues to lead to.
    const some = facts.issues.filter(({ row }) => (row.firstAt ?? 0) < second.from);
    expect(
      packMarkdown(shown(second.to, some))
        .split('\n')
        .find((text) => text.includes('better than')),
    ).not.toMatch(/\[F/);
  });
});
