import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { complaintsAbout } from '../../support/html-check.ts';
import { STRINGS } from '../../support/corpus/strings.ts';
import { URLS } from '../../support/corpus/urls.ts';
import { described, event, exportedText, makeIssue, realPicture } from './support.ts';
import { withPicture } from '../../support/seed.ts';

const TAG = /<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"]*")*)\s*\/?>/g;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;
const ELEMENTS = new Set(
  'html head meta title style body main h1 h2 h3 h4 p dl dt dd table thead tbody tr th td a bdi span section article ul li figure img figcaption div wbr'.split(
    ' ',
  ),
);
const SAFE_VALUE: Readonly<Record<string, RegExp>> = {
  href: /^(?:#issue-[0-9a-f-]+|https?:\/\/.*)$/i,
  src: /^(?:data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=]+|pictures\/[A-Za-z0-9._-]+)$/,
  'http-equiv': /^Content-Security-Policy$/,
};
const ATTRIBUTES = new Set(
  'http-equiv content charset name lang class id href rel target referrerpolicy scope src width height alt loading role tabindex aria-label'.split(
    ' ',
  ),
);

/** Everything that is a tag must be one of ours; what is left over must be text. */
function parts(html: string) {
  const body = html.replace('<!doctype html>', '').replace(/<style>[^<&]*<\/style>/, '');
  const elements: string[] = [];
  const attributes: [string, string][] = [];
  const text = body.replace(TAG, (_, _close, name: string, rest: string) => {
    elements.push(name);
    for (const [, key = '', value = ''] of rest.matchAll(ATTRIBUTE)) attributes.push([key, value]);
    return '';
  });
  return { elements, attributes, text };
}

function unescaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
}

const storable = (value: string, limit: number) => value.toWellFormed().slice(0, limit).toWellFormed();

function expectInert(html: string): void {
  const { elements, attributes, text } = parts(html);
  expect(text).not.toMatch(/<[a-z/!?]/i);
  expect(elements.filter((name) => !ELEMENTS.has(name))).toEqual([]);
  expect(attributes.filter(([name]) => !ATTRIBUTES.has(name))).toEqual([]);
  const wrong = attributes.filter(([name, value]) => SAFE_VALUE[name]?.test(value) === false);
  expect(wrong).toEqual([]);
}

describe('the HTML report', () => {
  it.each(STRINGS)(
    'shows $id literally in title, description, ticket, note and finding',
    async ({ value }) => {
      const text = storable(value, 1024);
      const chip = {
        id: 'x',
        kind: 'error-text',
        label: text.slice(0, 80).toWellFormed(),
        value: text.slice(0, 500).toWellFormed(),
      } as const;
      const html = await exportedText(
        [
          makeIssue(
            1,
            { title: text },
            [
              described(1, text),
              event(1, '2026-01-06T08:00:00.000Z', {
                event: 'reported',
                visibility: 'shared',
                ticket: text.slice(0, 120).toWellFormed(),
                text,
              }),
            ],
            { body: { evidence: { state: 'missing', reason: 'pdf', chips: [chip] } } },
          ),
        ],
        'html',
      );
      expectInert(html);
      expect(unescaped(parts(html).text)).toContain(visibleText(text));
    },
  );

  it.each(URLS.map((one) => ({ ...one, text: String(one.value) })))(
    'shows address $id as text, or as a link of the web',
    async ({ text }) => {
      expectInert(await exportedText([makeIssue(1, { url: storable(text, 8192), host: null })], 'html'));
    },
  );

  it('begins with a policy that allows nothing but its own style and inlined pictures', async () => {
    const html = await exportedText([makeIssue(1)], 'html');
    expect(html).toMatch(
      /^<!doctype html>\n<html lang="en"><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"\/>/,
    );
    expect(html).not.toMatch(/<script|style="|@import|url\(/);
  });

  it('carries its pictures inside, byte for byte', async () => {
    const picture = realPicture(3, 50_000);
    const issue = makeIssue(1, {}, [], { body: withPicture(1, picture).body });
    const html = await exportedText([issue], 'html', { pictures: [picture] });
    expectInert(html);
    const base64 = /src="data:image\/png;base64,([^"]+)"/.exec(html)?.[1] ?? '';
    expect(new Uint8Array(Buffer.from(base64, 'base64'))).toEqual(
      new Uint8Array(await picture.blob.arrayBuffer()),
    );
  });

  it('cannot be tricked into placing a picture by text that looks like its placeholder', async () => {
    const picture = realPicture(3);
    const text = `src="picture:${picture.sha256}"`;
    const html = await exportedText([makeIssue(1, { title: text }, [described(1, text)])], 'html', {
      pictures: [picture],
    });
    expect(html).not.toContain('data:image');
    expect(unescaped(parts(html).text)).toContain(text);
  });

  it.each(['en', 'de'] as const)('is valid to an HTML validator of others, %s', async (language) => {
    const picture = realPicture(3);
    const text = STRINGS.map(({ value }) => storable(value, 100))
      .join(' ')
      .slice(0, 900)
      .toWellFormed();
    const issues = [
      makeIssue(1, { title: text }, [described(1, text)], { body: withPicture(1, picture).body }),
      makeIssue(2),
      makeIssue(3),
    ];
    expect(
      await complaintsAbout(await exportedText(issues, 'html', { pictures: [picture], language })),
    ).toEqual([]);
  });

  it('speaks German when asked to', async () => {
    expect(await exportedText([makeIssue(1)], 'html', { language: 'de' })).toContain('<html lang="de">');
  });
});
