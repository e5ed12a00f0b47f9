import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TARGET_IDS } from '../../../lib/export/formats/format.ts';
import { looksLikeFormula } from '../../../lib/export/formats/csv/cell.ts';
import { SERVICENOW_COLUMNS } from '../../../lib/export/formats/servicenow/format.ts';
import { GITHUB_ISSUE } from '../../support/api/github-issue.ts';
import { JIRA_CONFIGURATION_KEYS, JIRA_FIELDS } from '../../support/api/jira.ts';
import { TMF621_TICKET } from '../../support/api/tmf621.ts';
import { ZENDESK_IMPORT } from '../../support/api/zendesk.ts';
import { described, exported, makeIssue } from './support.ts';
import { fileOf, filesOf, HOSTILE, jsonLines, PICTURE, tableOf, TOLD } from './targets-support.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const faultsOf = (schema: object, value: unknown): unknown => {
  const check = ajv.compile(schema);
  return check(value) ? [] : check.errors;
};
const column = (table: readonly string[][], name: string): string[] => {
  const at = table[0]?.indexOf(name) ?? -1;
  if (at < 0) throw new Error(`There is no column ${name}.`);
  return table.slice(1).map((row) => row[at] ?? '');
};
const pictures = { pictures: [PICTURE] };
const TABLES = [
  ['jira', 'jira-issues-001.csv'],
  ['servicenow', 'servicenow-incidents.csv'],
  ['gitlab', 'gitlab-issues.csv'],
] as const;

/** `jsonl` and `eml` are for programs and people and have tests of their own. */
const TOOLS = TARGET_IDS.filter((id) => id !== 'jsonl' && id !== 'eml');

describe.each(TOOLS)('the export for %s', (target) => {
  it('brings its pictures, the whole text and a guide in the language of the export', async () => {
    const files = await filesOf([TOLD], target, pictures);
    expect([...files.keys()]).toContain('pictures/K7-0900-1.png');
    expect(fileOf(files, 'report.md')).toContain('Invoices cannot be saved');
    expect(fileOf(files, 'README.txt')).toContain('How to load them');
    const german = await filesOf([TOLD], target, { ...pictures, language: 'de' });
    expect(fileOf(german, 'README.txt')).toContain('So werden sie geladen');
    const made = await exported([TOLD], [target], pictures);
    expect(made).toMatchObject({
      ok: true,
      pictures: 1,
      fileName: expect.stringMatching(`_${target}\\.zip$`),
    });
  });

  it('never holds an internal note, and names the issue by its lasting id and its number', async () => {
    const all = [...(await filesOf([TOLD], target, pictures)).entries()];
    const own = all.filter(([name]) => name.startsWith(target)).map(([, text]) => text);
    expect(all.map(([, text]) => text).join('\n')).not.toContain('CANARY-INTERNAL');
    expect(own.join('\n')).toContain(TOLD.id);
    expect(own.join('\n')).toContain('[K7-0900] Invoices cannot be saved');
  });

  it('is the same at the same state of the log', async () => {
    expect(await filesOf([TOLD], target, pictures)).toEqual(await filesOf([TOLD], target, pictures));
  });
});

describe('tables for importers', () => {
  it.each(TABLES)(
    'of %s are read whole by another reader, and no line in them begins like a formula',
    async (target, name) => {
      const table = tableOf(fileOf(await filesOf(HOSTILE, target), name));
      expect(table).toHaveLength(HOSTILE.length + 1);
      const lines = table.flat().flatMap((cell) => cell.split('\n'));
      expect(lines.filter(looksLikeFormula)).toEqual([]);
      // Separators of other spreadsheets: nothing behind one of them begins like a formula, either.
      expect(lines.filter((line) => /[;,\t|]\s{0,8}(?:=|@\w)/u.test(line))).toEqual([]);
    },
  );

  it('never begin a line like a formula, whatever was written', { timeout: 30_000 }, async () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom('=1', '\n', '@x', '-1', '\r', ';', '\t', '＝'), fc.string()),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (title, said) => {
        const issue = makeIssue(1, { title: title.join('').toWellFormed() }, [
          described(1, said.join('').toWellFormed()),
        ]);
        for (const [target, name] of TABLES) {
          const table = tableOf(fileOf(await filesOf([issue], target), name));
          if (table.length !== 2 || table.flat().some((cell) => cell.split('\n').some(looksLikeFormula)))
            return false;
        }
        return true;
      }),
      { numRuns: 40 },
    );
  });

  it('keep to the lengths of the tool', async () => {
    const jira = tableOf(fileOf(await filesOf(HOSTILE, 'jira'), 'jira-issues-001.csv'));
    expect(Math.max(...column(jira, 'Summary').map((text) => text.length))).toBeLessThanOrEqual(255);
    expect(Math.max(...jira.flat().map((text) => text.length))).toBeLessThan(32_767);
    const now = tableOf(fileOf(await filesOf(HOSTILE, 'servicenow'), 'servicenow-incidents.csv'));
    expect(Math.max(...column(now, 'short_description').map((text) => text.length))).toBeLessThanOrEqual(160);
    expect(Math.max(...column(now, 'description').map((text) => text.length))).toBeLessThanOrEqual(4000);
    const lab = tableOf(fileOf(await filesOf(HOSTILE, 'gitlab'), 'gitlab-issues.csv'));
    expect(Math.max(...column(lab, 'title').map((text) => text.length))).toBeLessThanOrEqual(255);
  });
});

describe('Jira', () => {
  it('gets at most 250 issues a file, each with as many cells as its head', async () => {
    const files = await filesOf(
      [TOLD, ...Array.from({ length: 251 }, (_, i) => makeIssue(i + 10))],
      'jira',
      pictures,
    );
    const first = tableOf(fileOf(files, 'jira-issues-001.csv'));
    expect([first.length, tableOf(fileOf(files, 'jira-issues-002.csv')).length]).toEqual([251, 3]);
    expect(first[0]?.filter((name) => name === 'Comment')).toHaveLength(4);
    expect(first[0]?.filter((name) => /[^A-Za-z ]/.test(name))).toEqual([]);
    expect(column(first, 'External issue ID')[0]).toBe(TOLD.id);
    expect(column(first, 'Labels')[0]).toMatch(/^casebook K7-0900\b/);
    expect(column(first, 'Status')[0]).toBe('Done');
    expect(column(first, 'Pictures and files')[0]).toBe('pictures/K7-0900-1.png');
    expect(column(first, 'Description')[0]).toContain('{quote}\nInvoices cannot be saved');
    expect(fileOf(files, 'README.txt')).toContain('jira-issues-*.csv');
  });

  it('gets a configuration with names that its importer knows, and dates as it says', async () => {
    const files = await filesOf([TOLD], 'jira', pictures);
    const configuration: unknown = JSON.parse(fileOf(files, 'jira-configuration.txt'));
    expect(Object.keys(configuration as object).filter((key) => !JIRA_CONFIGURATION_KEYS.has(key))).toEqual(
      [],
    ); // as: parsed JSON object
    expect(configuration).toMatchObject({
      'config.version': '2.0',
      'config.date.format': "yyyy-MM-dd'T'HH:mmZ",
    });
    const mappings = (configuration as Record<string, object>)['config.field.mappings'] ?? {}; // as: parsed JSON object
    const table = tableOf(fileOf(files, 'jira-issues-001.csv'));
    for (const [name, { 'jira.field': field }] of Object.entries<Record<string, string>>({ ...mappings })) {
      expect(table[0]).toContain(name);
      expect(JIRA_FIELDS.has(field ?? '')).toBe(true);
    }
    expect(column(table, 'Date Created')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d{4}$/);
  });

  it('sees no macro, link, picture or heading in what a page said', async () => {
    const text =
      '{code}x{code} [a|http://x.example] !p.png! h1. big\nbq. said\n|| t ||\n# n\n~bob @bob {quote}';
    const files = await filesOf([makeIssue(1, { title: text }, [described(1, text)])], 'jira');
    const [said = ''] = column(tableOf(fileOf(files, 'jira-issues-001.csv')), 'Description');
    const live = said.replaceAll(/\\./g, '').replaceAll('{quote}', '');
    expect(live).not.toMatch(/[{}[\]!|@~]|^(?:bq|h[124-6])\.|^#/mu);
    expect(said.match(/(?<!\\)\{quote(?<!\\)\}/g)).toHaveLength(2);
  });
});

describe('ServiceNow', () => {
  it('gets the fields of an incident, to be recognised by correlation_id', async () => {
    const table = tableOf(fileOf(await filesOf([TOLD], 'servicenow', pictures), 'servicenow-incidents.csv'));
    expect(table[0]).toEqual([...SERVICENOW_COLUMNS]);
    expect(column(table, 'correlation_id')).toEqual([TOLD.id]);
    expect(column(table, 'state')).toEqual(['7']);
    expect(column(table, 'resolved_at')).toEqual(['2026-02-02 10:00:00']);
    expect(column(table, 'comments')[0]).toContain('We look into it.');
    expect(table[0]).not.toContain('priority');
  });
});

describe('Zendesk', () => {
  it('gets batches of a hundred that fit its documented import', async () => {
    const files = await filesOf([TOLD, ...HOSTILE], 'zendesk', pictures);
    const names = [...files.keys()].filter((name) => name.startsWith('zendesk'));
    const batches = names.map((name): unknown => JSON.parse(fileOf(files, name)));
    for (const batch of batches) expect(faultsOf(ZENDESK_IMPORT, batch)).toEqual([]);
    const all = batches.flatMap((batch) => (batch as { tickets: unknown[] }).tickets); // as: just checked
    expect(all).toHaveLength(HOSTILE.length + 1);
    expect(all[0]).toMatchObject({
      external_id: TOLD.id,
      status: 'solved',
      solved_at: '2026-02-02T10:00:00.000Z',
      tags: expect.arrayContaining(['casebook', 'k7-0900']),
      comments: [
        { created_at: TOLD.firstAt, value: expect.stringContaining('pictures/K7-0900-1.png') },
        { created_at: '2026-02-01T08:00:00.000Z' },
        { value: expect.stringContaining('We look into it.') },
        { value: expect.stringContaining('Fixed.') },
        {},
      ],
    });
    const many = await filesOf(
      Array.from({ length: 201 }, (_, i) => makeIssue(i)),
      'zendesk',
    );
    expect([...many.keys()].filter((name) => name.startsWith('zendesk'))).toHaveLength(3);
  });
});

describe('GitHub and GitLab', () => {
  it('get bodies that fit the published description, in which foreign text is literal', async () => {
    const bodies = jsonLines(
      fileOf(await filesOf([TOLD, ...HOSTILE], 'github', pictures), 'github-issues.jsonl'),
    );
    expect(bodies).toHaveLength(HOSTILE.length + 1);
    for (const body of bodies) {
      expect(faultsOf(GITHUB_ISSUE, body)).toEqual([]);
      const { title, body: text } = body as { title: string; body: string }; // as: just checked
      expect(title.length).toBeLessThanOrEqual(256);
      expect(text.length).toBeLessThan(65_536);
      const live = text
        .replace(/^<!-- casebook issue [\w-]+ -->/, '')
        .replaceAll(/\\[!-/:-@[-`{-~]/g, '')
        .replaceAll('&nbsp;', '')
        .replaceAll(/^> /gm, '');
      expect(live).not.toMatch(/[<>[\]{}$@&]|https?:|\]\(|www\./);
    }
  });

  it('see no command and no mention in what a page or a person said', async () => {
    const text = '/close\n/label ~x\n@everyone !12 #3 %4';
    const issue = makeIssue(1, { title: text }, [described(1, text)]);
    const table = tableOf(fileOf(await filesOf([issue], 'gitlab'), 'gitlab-issues.csv'));
    expect(table[0]).toEqual(['title', 'description']);
    const [body = ''] = column(table, 'description');
    expect(body.split('\n').filter((line) => line.startsWith('/'))).toEqual([]);
    expect(body.replaceAll(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[@~]|[!#%]\d/);
  });
});

describe('TMF621', () => {
  it('gets trouble tickets that fit the published schema', async () => {
    const tickets = jsonLines(
      fileOf(await filesOf([TOLD, ...HOSTILE], 'tmf621', pictures), 'tmf621-trouble-tickets.jsonl'),
    );
    expect(tickets).toHaveLength(HOSTILE.length + 1);
    for (const ticket of tickets) expect(faultsOf(TMF621_TICKET, ticket)).toEqual([]);
    expect(tickets[0]).toMatchObject({
      status: 'closed',
      externalIdentifier: [{ id: TOLD.id }, { id: 'K7-0900' }],
      note: [{ author: 'We' }, { author: 'Provider', date: '2026-02-01T10:00:00.000Z' }, {}, {}],
      attachment: [{ name: 'pictures/K7-0900-1.png', mimeType: 'image/png', attachmentType: 'picture' }],
    });
  });
});
