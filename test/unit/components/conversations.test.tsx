// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, describe, expect, it } from 'vitest';
import {
  chosenProvider,
  conversationsRouteOf,
  hashOfConversations,
} from '../../../components/conversations/conversations-route.ts';
import { PackPreview } from '../../../components/conversations/PackPreview.tsx';
import type { PackPictures } from '../../../lib/app/packs/pack-pictures.ts';
import type { PackDoc } from '../../../lib/export/packs/doc.ts';
import { packHtml } from '../../../lib/export/packs/pack-html.tsx';
import { packMarkdown } from '../../../lib/export/packs/pack-markdown.ts';
import { PackView } from '../../../lib/export/packs/PackView.tsx';
import { seedIssueId } from '../../support/seed.ts';

const HOSTILE = '<img src=x onerror=alert(1)> | [a](http://b) ` # x';
const DOC: PackDoc = {
  language: 'en',
  title: `Pack: ${HOSTILE}`,
  issues: 1,
  pages: [
    { kind: 'heading', level: 2, text: HOSTILE },
    { kind: 'text', line: { text: 'Counted: 3', ref: { id: 'figure-F1', text: 'F1' } } },
    { kind: 'list', numbered: true, items: [{ text: HOSTILE }] },
    { kind: 'said', text: `First\n# ${HOSTILE}` },
    {
      kind: 'table',
      caption: 'Sides',
      columns: [{ label: 'What' }, { label: 'Us', kind: 'us' }],
      rows: [[{ text: HOSTILE }, { text: '1', under: HOSTILE }]],
    },
    {
      kind: 'shares',
      alt: 'Us 1, them 3',
      parts: [
        { side: 'us', label: 'Us', ms: 1 },
        { side: 'provider', label: HOSTILE, ms: 3 },
      ],
    },
    { kind: 'blanks', caption: 'Decisions', columns: [{ label: 'No.' }, { label: 'Who' }], rows: 2 },
  ],
  annex: [{ kind: 'heading', level: 2, text: 'Annex D', id: 'figure-F1' }],
};

afterEach(cleanup);

function preview(): ShadowRoot {
  render(<PackPreview doc={DOC} label="Preview of the pack" />);
  const root = screen.getByRole('region', { name: 'Preview of the pack' }).shadowRoot;
  if (root === null) throw new Error('The preview has a shadow root.');
  return root;
}

describe('the preview of a pack', () => {
  it('is what goes into the file, word for word and element for element', async () => {
    const article = preview().querySelector('article');
    const file = await packHtml(DOC);
    const written = /<article[\s\S]*<\/article>/.exec(file)?.[0] ?? '';
    expect(written).toBe(renderToString(<PackView doc={DOC} />));
    const tags = [...written.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag]) => tag);
    const shown = [article, ...(article?.querySelectorAll('*') ?? [])].map((one) => one?.localName);
    expect(shown).toEqual(tags);
    expect(shown.length).toBeGreaterThan(40);
    expect(article?.textContent).toContain(HOSTILE);
    expect(file.match(/<img|<script/)).toBeNull();
  });

  it('follows its references itself, so that the page stays where it is', () => {
    const root = preview();
    const before = location.href;
    const link = root.querySelector('a.ref');
    if (link === null) throw new Error('The figure has a reference.');
    const went = fireEvent.click(link);
    expect(went).toBe(false);
    expect(location.href).toBe(before);
    expect(root.activeElement?.id).toBe('figure-F1');
  });
});

describe('pictures in the preview', () => {
  const sha256 = 'a'.repeat(64);
  const line = { text: 'Picture K7-0001-1', under: 'captured' };
  const picture = { kind: 'picture', id: 'picture-1', sha256, file: 'pictures/K7-0001-1.png' } as const;
  const block = { ...picture, width: 640, height: 360, alt: HOSTILE, line };
  const doc: PackDoc = { ...DOC, pages: [block] };

  it('are shown where they were read, and named where not', () => {
    const content = { blob: new Blob(['x'], { type: 'image/png' }), bytes: 1, crc32: 1, mime: 'image/png' };
    const at = '2026-03-01T09:00:00.000Z';
    const facts = { id: 'c-1', file: block.file, sha256, width: 640, height: 360, caption: '' };
    const read = { ...facts, at, offsetMin: 60, n: 4, content };
    const pictures: PackPictures = new Map([[seedIssueId(1), [read]]]);
    const { rerender } = render(<PackPreview doc={doc} pictures={pictures} label="Preview" />);
    const root = screen.getByRole('region', { name: 'Preview' }).shadowRoot;
    const shown = root?.querySelector('figure img');
    expect(shown?.getAttribute('src')).toMatch(/^blob:/);
    expect([shown?.getAttribute('alt'), shown?.getAttribute('width')]).toEqual([HOSTILE, '640']);
    rerender(<PackPreview doc={doc} label="Preview" />);
    expect(root?.querySelector('img')).toBeNull();
    expect(root?.querySelector('figcaption')?.textContent).toContain('Picture K7-0001-1');
  });
});

describe('a pack as Markdown', () => {
  it('keeps what people wrote as text', () => {
    const said = packMarkdown(DOC);
    expect(said).not.toMatch(/(?<!\\)<img|(?<!\\)\[a\]/);
    expect(said).toContain('> First');
    expect(said).toContain('Counted: 3 [F1]');
    expect(said).toContain('Us 1, them 3');
    // A bar within a cell would begin another one.
    const row = said.split('\n').find((line) => line.includes('| 1 ('));
    expect(row?.split(/(?<!\\)\|/)).toHaveLength(4);
  });
});

describe('the address of a conversation', () => {
  it('means the only provider where there is one, and asks where there are several', () => {
    expect(chosenProvider('', ['p-1'])).toBe('p-1');
    expect(chosenProvider('gone', ['p-1'])).toBe('p-1');
    expect(chosenProvider('p-2', ['p-1', 'p-2'])).toBe('p-2');
    expect(chosenProvider('', ['p-1', 'p-2'])).toBe('');
    expect(chosenProvider('gone', ['p-1', 'p-2'])).toBe('');
    expect(chosenProvider('p-1', [])).toBe('');
  });

  it('says what it is about, and nothing where it is as usual', () => {
    const usual = conversationsRouteOf('/conversations?provider=p-1');
    expect(usual).toEqual({ provider: 'p-1', period: 'm12', system: '', team: '', kind: 'conversation' });
    expect(hashOfConversations(usual)).toBe('/conversations?provider=p-1');
    const other = { provider: 'p-1', period: 'lastQuarter', system: 's', team: 't', kind: 'review' } as const;
    expect(conversationsRouteOf(hashOfConversations(other))).toEqual(other);
    expect(conversationsRouteOf('/conversations?period=never&kind=x')).toMatchObject({
      period: 'm12',
      kind: 'conversation',
    });
  });
});
