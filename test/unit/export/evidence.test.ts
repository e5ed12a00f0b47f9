import { BlobReader, BlobWriter, TextWriter, ZipReader } from '@zip.js/zip.js';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import type { Issue } from '../../../lib/domain/issue/issue.ts';
import { crc32 } from '../../../lib/domain/evidence/crc32.ts';
import { sha256Hex } from '../../../lib/domain/ledger/chain.ts';
import { defaultChoices } from '../../../lib/export/model/choices.ts';
import type { Choices } from '../../../lib/export/model/choices.ts';
import { planReport } from '../../../lib/export/plan.ts';
import type { FormatId } from '../../../lib/export/formats/format.ts';
import type { StoredPicture } from '../../../lib/storage/types/picture.ts';
import { addedFile, addedPicture, originalRemoved, seedEvidenceId } from '../../support/evidence.ts';
import { STRINGS } from '../../support/corpus/strings.ts';
import { PAGE } from '../../support/files.ts';
import { makeCapture, seedCaptureId, seedIssueId, withPicture } from '../../support/seed.ts';
import { entriesOf, exported, issueOf, realPicture, sourceOf } from './support.ts';

type Added = Extract<NewEntry, { kind: 'evidence.added' }>;

const [click, added] = [realPicture(1), realPicture(2)];

/** A stored file; `StoredPicture` only by type, because the source of the tests holds those. */
function fileOf(text: string): StoredPicture {
  const bytes = new TextEncoder().encode(text);
  const facts = { sha256: sha256Hex(bytes), crc32: crc32(bytes), bytes: bytes.length };
  return { ...facts, mime: 'image/png', width: 1, height: 1, blob: new Blob([bytes]) };
}
const log = fileOf('ERROR at 14:02');
const pdf = fileOf('%PDF-1.7 secret?');

function withFacts(entry: Added, facts: Partial<Added['body']>): Added {
  return { ...entry, body: { ...entry.body, ...facts } };
}
function pdfEntry(): Added {
  const entry = addedFile(1, 3, pdf, 'offer.pdf');
  const { item } = entry.body;
  if (item.type !== 'file') throw new Error('Not a file.');
  return withFacts(entry, {
    item: { type: 'file', file: { ...item.file, kind: 'pdf', mime: 'application/pdf' } },
  });
}

function issue(...more: readonly NewEntry[]): Issue {
  const entries = [
    withPicture(1, click),
    withFacts(addedPicture(1, 1, added), { caption: 'The <b>button</b>', via: 'region' }),
    withFacts(addedFile(1, 2, log, 'server.log'), { masked: 2, caption: 'from our proxy' }),
    pdfEntry(),
    ...more,
  ];
  return issueOf(entriesOf(entries));
}

const all: Choices = { ...defaultChoices(), groups: new Set() };

async function written(of: Issue, format: FormatId, choices: Choices = all): Promise<Blob> {
  const made = await exported([of], [format], { choices, pictures: [click, added, log, pdf] });
  if (!made.ok) throw new Error(`The export failed: ${made.code} ${made.detail ?? ''}.`);
  return made.blob;
}
const textOf = async (...args: Parameters<typeof written>): Promise<string> =>
  (await written(...args)).text();

async function unzipped(blob: Blob): Promise<Map<string, string>> {
  const reader = new ZipReader(new BlobReader(blob), { useWebWorkers: false });
  const files = new Map<string, string>();
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
  return files;
}

describe('added pictures and files in an export', () => {
  it('lie in the ZIP under safe names, byte for byte, with sums', async () => {
    const blob = await written(issue(), 'zip');
    const files = await unzipped(blob);
    expect([...files.keys()].filter((name) => /^(?:pictures|files)\//.test(name))).toEqual([
      'pictures/K7-0042-1.png',
      'pictures/K7-0042-2.png',
      'files/K7-0042-1-server.log',
      'files/K7-0042-2-offer.pdf',
    ]);
    expect(files.get('files/K7-0042-1-server.log')).toBe('ERROR at 14:02');
    expect(files.get('SHA256SUMS')).toContain(`${log.sha256}  files/K7-0042-1-server.log`);
    expect(files.get('README.txt')).toContain('files/');
    expect(files.get('report.html')).toContain('href="files/K7-0042-1-server.log"');
    expect(files.get('report.md')).toContain('(files/K7-0042-1-server.log)');
    const reader = new ZipReader(new BlobReader(blob), { useWebWorkers: false });
    const picture = (await reader.getEntries()).find(({ filename }) => filename === 'pictures/K7-0042-2.png');
    const bytes = picture?.directory === false ? await picture.getData(new BlobWriter()) : null;
    expect(bytes?.size).toBe(added.bytes);
  });

  it('stand with captions, kinds and masked counts in the data', async () => {
    const { summary, masked, issues } = JSON.parse(await textOf(issue(), 'json'));
    expect(summary).toMatchObject({ pictures: 2, files: 2 });
    expect(masked.rules).toMatchObject({ 'added files': 2 });
    expect(issues[0]).toMatchObject({
      pictures: [
        { via: 'region', picture: { state: 'present', caption: 'The <b>button</b>', sha256: added.sha256 } },
      ],
      files: [
        {
          kind: 'text',
          caption: 'from our proxy',
          file: { state: 'present', name: 'server.log', masked: 2 },
        },
        { kind: 'pdf', file: { state: 'present', masked: null } },
      ],
    });
  });

  it('are shown and named in the report, never run', async () => {
    const html = await textOf(issue(), 'html');
    expect(html.match(/src="data:image\/png;base64,/g)).toHaveLength(2);
    expect(html).toContain('The &lt;b>button');
    expect(html).toContain('server.log');
    expect(html).toContain('Files are part of the ZIP export only.');
    expect(html).not.toContain('href="files/');
    const text = await textOf(issue(), 'markdown');
    expect(text).toContain('server.log');
    expect(text).toContain('from our proxy');
  });

  it('are listed in both tables', async () => {
    const table = Papa.parse<string[]>(await textOf(issue(), 'csv'), { delimiter: ',' }).data;
    const cell = (name: string) => table[1]?.[table[0]?.indexOf(name) ?? -1];
    expect(cell('Pictures')).toBe('pictures/K7-0042-1.png\npictures/K7-0042-2.png: The <b>button</b>');
    expect(cell('Files')).toBe('files/K7-0042-1-server.log: from our proxy\nfiles/K7-0042-2-offer.pdf');
    expect(cell('Masked secrets')).toBe('2');
    const raw = Papa.parse<string[]>(await textOf(issue(), 'csv-raw'), { delimiter: ',' }).data;
    const at = (name: string) => JSON.parse(raw[1]?.[raw[0]?.indexOf(name) ?? -1] ?? 'null');
    expect(at('added_pictures')).toMatchObject([{ via: 'region', caption: 'The <b>button</b>' }]);
    expect(at('files')).toMatchObject([{ name: 'server.log' }, { name: 'offer.pdf', masked: null }]);
  });

  it('leave files that nobody could search behind unless the sender says so', async () => {
    const files = await unzipped(await written(issue(), 'zip', defaultChoices()));
    expect([...files.keys()].join()).not.toContain('offer');
    expect([...files.values()].join()).not.toContain('secret?');
    const head = JSON.parse(files.get('issues.json') ?? '{}');
    expect(head.leftOut.groups).toEqual(['unsearched-files']);
    expect(files.get('report.html')).toContain('files that nobody can look through');
  });

  it('can be taken out one by one, or all at once', async () => {
    const one: Choices = { ...all, pictures: new Set([seedEvidenceId(1), seedEvidenceId(2)]) };
    const files = await unzipped(await written(issue(), 'zip', one));
    expect([...files.keys()].filter((name) => /^(?:pictures|files)\//.test(name))).toEqual([
      'pictures/K7-0042-1.png',
      'files/K7-0042-2-offer.pdf',
    ]);
    const head = JSON.parse(files.get('issues.json') ?? '{}');
    expect(head.leftOut).toMatchObject({ pictures: 1, files: 1 });
    expect([...files.values()].join()).not.toContain('b>button');
    expect([...files.values()].join()).not.toContain('from our proxy');
    const none = await unzipped(
      await written(issue(), 'zip', { ...all, groups: new Set(['pictures', 'files']) }),
    );
    expect([...none.keys()].join()).not.toMatch(/pictures\/|files\//);
  });

  it('say so where their bytes are lost', async () => {
    const source = sourceOf([issue()], [click, pdf]);
    const rows = await planReport(source, [seedIssueId(1)], { choices: all, mask: null }, {});
    expect(rows[0]?.lost).toEqual([added.sha256, log.sha256]);
    const made = await exported([issue()], ['html'], { choices: all, source });
    expect(made.ok && (await made.blob.text())).toContain('its bytes can no longer be read');
  });

  it('show what replaced an original that was removed, and miss nothing', async () => {
    const burnt = realPicture(9);
    const of = issue(originalRemoved(1, seedCaptureId(1), click, burnt));
    const made = await exported([of], ['zip'], { choices: all, pictures: [burnt, added, log, pdf] });
    expect(made).toMatchObject({ ok: true, lostPictures: 0 });
    const sums = (await unzipped(made.ok ? made.blob : new Blob())).get('SHA256SUMS') ?? '';
    expect(sums).toContain(burnt.sha256);
    expect(sums).not.toContain(click.sha256);
  });

  it('keep every format whole for hostile names and captions', async () => {
    const file = fileOf(PAGE);
    const hostile = STRINGS.map(({ value }, i) => {
      const caption = value.slice(0, 300).toWellFormed();
      const name = value.slice(0, 255).toWellFormed();
      const entries = entriesOf([makeCapture(i), withFacts(addedFile(i, i, file, name), { caption })]);
      return { ...issueOf(entries), key: `K7-${1000 + i}` };
    });
    const options = { choices: all, pictures: [file] };
    const html = await exported(hostile, ['html'], options);
    expect(html.ok && (await html.blob.text())).not.toMatch(
      /<(?:script|iframe|svg|img src=x|base|form|style>@)/i,
    );
    const zip = await exported(hostile, ['zip'], options);
    if (!zip.ok) throw new Error(`The ZIP export failed: ${zip.code}.`);
    const names = [...(await unzipped(zip.blob)).keys()].filter((path) => path.startsWith('files/'));
    expect(names).toHaveLength(STRINGS.length);
    for (const name of names) expect(name).toMatch(/^files\/K7-1\d\d\d-1-[a-z0-9_.-]{1,100}$/);
  });
});

describe('what was pointed at and the name of a system', () => {
  it('go along, their addresses as the sender wants them', async () => {
    const capture = makeCapture(1);
    const of = issueOf(
      entriesOf([
        {
          ...capture,
          body: {
            ...capture.body,
            systemName: 'Telefonanlage',
            pointedAt: { kind: 'link', url: 'https://portal.example/a?b=1' },
          },
        },
      ]),
    );
    const { issues } = JSON.parse(await textOf(of, 'json'));
    expect(issues[0].occurrences[0]).toMatchObject({
      systemName: 'Telefonanlage',
      pointedAt: { kind: 'link', url: 'https://portal.example/a?b=1' },
    });
    const html = await textOf(of, 'html', { ...all, groups: new Set(['address-query']) });
    expect(html).toContain('Telefonanlage');
    expect(html).toContain('On the link');
    expect(html).not.toContain('?b=1');
  });
});
