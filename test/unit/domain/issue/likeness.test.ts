import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldIssue } from '../../../../lib/domain/issue/fold.ts';
import { judge } from '../../../../lib/domain/issue/judge.ts';
import { pathTemplate } from '../../../../lib/domain/issue/path-template.ts';
import { steady, tellingWords } from '../../../../lib/domain/issue/plain-words.ts';
import { type Print, printOf } from '../../../../lib/domain/issue/print.ts';
import { printKeys } from '../../../../lib/domain/issue/print-keys.ts';
import { trigramLikeness, wordLikeness } from '../../../../lib/domain/issue/similar.ts';
import type { Entry } from '../../../../lib/domain/ledger/entry.ts';
import { entryOf, occurrence, type OccurrenceSpec } from '../../../support/domain-entries.ts';

describe('the template of an address', () => {
  it.each([
    ['https://a.example/orders/4711/edit?tab=2#top', '/orders/*/edit'],
    ['https://a.example/de/orders/', '/orders'],
    ['https://a.example/app/en-US/orders', '/app/orders'],
    ['https://a.example/my/orders', '/my/orders'],
    ['https://a.example/x/0193c1c2-7b1f-7a3c-8e0d-5b2f6a9c1d44', '/x/*'],
    ['https://a.example/commit/3f2a9bc41d', '/commit/*'],
    ['https://a.example/time/2026-11-23', '/time/*'],
    ['https://a.example/docs/INV-2026-0042.pdf', '/docs/*'],
    ['https://a.example/tiles/3/17/12.png', '/tiles/*/*/*.png'],
    ['https://a.example/api/v2/items', '/api/v2/items'],
    ['https://a.example/wizard/step2', '/wizard/step2'],
    ['https://a.example/s/dQw4w9WgXcQ', '/s/*'],
    ['https://a.example/p/blue-widget-4711', '/p/*'],
    ['https://a.example/u/a%40b.example', '/u/*'],
    ['https://a.example/cart;jsessionid=1A2B', '/cart'],
    ['https://a.example/#/tickets/4711?sort=1', '/tickets/*'],
    ['https://a.example/#section', '/'],
    ['https://a.example/t/[redacted:path-token:20:a1b2c3]', '/t/*'],
    ['nothing', ''],
    [null, ''],
  ])('of %s is %s', (address, template) => {
    expect(pathTemplate(address)).toBe(template);
  });

  it('never throws, and is short', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        expect(pathTemplate(`https://a.example${path}`).length).toBeLessThan(12 * 70);
      }),
    );
  });
});

describe('the steady part of a text', () => {
  it.each([
    ['Invoice INV-2026-0042 could not be saved.', 'Invoice RE-7 could not be saved.'],
    ['Timed out after 30 seconds', 'Timed out after 5,5 seconds'],
    ['Payment of €1,234.50 was declined', 'Payment of €9.99 was declined'],
    ['Der Kunde „Weber & Söhne“ ist gesperrt', 'Der Kunde „Kern“ ist gesperrt'],
    ['Orders of Hansen & Sohn GmbH failed', 'Orders of Kern AG failed'],
    ['Locked by a@b.example since 14:02', 'Locked by long.name@c.example since 9:15'],
    ['Am 23. November 2026 gescheitert', 'Am 3. Mai gescheitert'],
    ['Failed on Nov 23, 2026', 'Failed on 2026-01-02'],
    ['See https://a.example/x?y=1 for help', 'See https://b.example/ for help'],
  ])('is the same for "%s" and the next time', (one, other) => {
    expect(tellingWords(one)).toEqual(tellingWords(other));
    expect(steady(one)).not.toMatch(/\d/);
  });

  it('of the English and the German message is about the same', () => {
    expect(tellingWords('Invoice 4711 could not be saved.')).toEqual(
      tellingWords('Die Rechnung 815 konnte nicht gespeichert werden.'),
    );
  });

  it('of politeness is nothing', () => {
    expect(tellingWords('Sorry, something went wrong. Please try again later.')).toEqual([]);
    expect(tellingWords('Es ist ein unerwarteter Fehler aufgetreten.')).toEqual([]);
  });

  // Were the time not linear, 20,000 repetitions would take minutes and the test would not end in time.
  it('is found in linear time, whatever the text', () => {
    for (const part of ['"', '1.', 'a@', 'x & ', 'jan ', '/\\', '€1', '[redacted:', 'a-', 'gmbh ']) {
      expect(steady(part.repeat(20_000)).length).toBeLessThanOrEqual(part.length * 20_000);
      expect([...tellingWords(part.repeat(20_000))].length).toBeLessThanOrEqual(20_000);
    }
  });
});

describe('likeness', () => {
  it('is 1 for the same, 0 for nothing in common, and the same both ways', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(trigramLikeness(a, a)).toBe(1);
        const likeness = trigramLikeness(a, b);
        expect(likeness).toBe(trigramLikeness(b, a));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
    );
    expect(wordLikeness(['=save', 'x'], ['=save', 'y'])).toBe(0.5);
    expect(wordLikeness([], [])).toBe(0);
  });

  it('of titles is found again by a key they share', () => {
    const print = (text: string): Print => ({
      scenes: [
        {
          system: 's',
          path: text,
          title: [],
          language: '',
          known: true,
          codes: [],
          texts: [],
          generic: false,
          calls: [],
          status: 0,
        },
      ],
      typed: [{ text, words: [text] }],
    });
    const title = 'the monthly statement shows the turnover of the year before';
    const others = Array.from(
      { length: 40 },
      (_, i) => `${title.slice(0, 20 + i)} ${'abcdefgh'.slice(0, i % 8)}`,
    );
    const alike = others.filter((other) => trigramLikeness(title, other) >= 0.6);
    const found = alike.filter((other) => {
      const keys = new Set(printKeys(print(title)));
      return printKeys(print(other)).some((key) => keys.has(key));
    });
    expect(alike.length).toBeGreaterThan(20);
    expect(found.length / alike.length).toBeGreaterThan(0.85);
  });
});

/** The print of an issue with one occurrence and what was typed. */
function printed(spec: Omit<OccurrenceSpec, 'n'> & { says?: readonly string[]; typed?: string } = {}): Print {
  const { says = [], typed, ...rest } = spec;
  const captured = occurrence({ n: 1, ...rest });
  if (captured.kind !== 'occurrence.captured') throw new Error('The test made another entry.');
  const chips = says.map((value, i) => ({ id: `t${i}`, kind: 'error-text' as const, label: '', value }));
  const entries: Entry[] = [
    { ...captured, body: { ...captured.body, evidence: { ...captured.body.evidence, chips } } },
    ...(typed === undefined ? [] : [entryOf({ kind: 'issue.described', n: 2, body: { text: typed } })]),
  ];
  const issue = foldIssue(entries, []);
  if (issue === null) throw new Error('The test expected an issue.');
  return printOf(issue);
}
const at = (path: string) => ({ url: `https://portal.example${path}` });

describe('two issues', () => {
  it('are the same with the same failure on the same page', () => {
    const one = printed({ ...at('/orders/1'), says: ['Order 1 could not be saved.'] });
    const other = printed({ ...at('/orders/2'), says: ['Order 2 could not be saved.'] });
    expect(judge(one, other)).toMatchObject({ why: 'same-error' });
  });

  it('are not with another failure there, on another page, or in another system', () => {
    const one = printed({ ...at('/orders/1'), says: ['Order 1 could not be saved.'] });
    expect(judge(one, printed({ ...at('/orders/2'), says: ['Order 2 could not be deleted.'] }))).toBeNull();
    expect(judge(one, printed({ ...at('/drafts/2'), says: ['Order 2 could not be saved.'] }))).toBeNull();
    const elsewhere = printed({
      ...at('/orders/2'),
      host: 'other.example',
      says: ['Order 2 could not be saved.'],
    });
    expect(judge(one, elsewhere)).toBeNull();
    expect(judge(one, printed(at('/orders/2')))).toBeNull();
  });

  it('may be the same on a page that says nothing, unless people say other things of them', () => {
    const one = printed({ ...at('/list'), typed: 'The list stays empty' });
    expect(judge(one, printed(at('/list')))).toMatchObject({ why: 'same-page' });
    expect(judge(one, printed({ ...at('/list'), typed: 'List stays empty since Monday' }))).toMatchObject({
      why: 'similar-title',
    });
    expect(judge(one, printed({ ...at('/list'), typed: 'Filter is forgotten' }))).toBeNull();
  });

  it('are similar when people say the same on different pages, not when only the subject differs', () => {
    const one = printed({ ...at('/a'), typed: 'Export of payroll figures fails' });
    expect(judge(one, printed({ ...at('/b'), typed: 'Exporting of payroll figures fails' }))).toMatchObject({
      why: 'similar-title',
    });
    expect(judge(one, printed({ ...at('/b'), typed: 'Export of holiday figures fails' }))).toBeNull();
  });

  it('are judged the same both ways', () => {
    const spec = fc.record({
      url: fc
        .constantFrom('/a', '/b/1', '/b/2', '/c/x/d', '/c/y/d')
        .map((path) => `https://portal.example${path}`),
      title: fc.constantFrom('Orders', 'Invoices', 'Orders 12'),
      says: fc.subarray(['It could not be saved.', 'Timed out', 'Error: not found 12', 'Access denied']),
      typed: fc.constantFrom('Saving fails', 'Cannot save', 'The list is empty'),
      status: fc.constantFrom(200, 404, 500),
    });
    fc.assert(
      fc.property(spec, spec, (a, b) => {
        expect(judge(printed(a), printed(b))).toEqual(judge(printed(b), printed(a)));
      }),
    );
  });

  it('share a key whenever they are judged the same', () => {
    const spec = fc.record({
      url: fc.constantFrom('/a', '/b/1', '/c/x/d', '/c/y/d').map((path) => `https://portal.example${path}`),
      says: fc.subarray(['The order could not be saved.', 'The server timed out', 'Access denied']),
      status: fc.constantFrom(200, 404, 500),
    });
    fc.assert(
      fc.property(spec, spec, (a, b) => {
        const [one, other] = [printed(a), printed(b)];
        if (judge(one, other) === null) return;
        const keys = new Set(printKeys(one));
        expect(printKeys(other).some((key) => keys.has(key))).toBe(true);
      }),
    );
  });
});
