import { describe, expect, it } from 'vitest';
import { complaintsAmong } from '../../support/browser/firefox-complaints.ts';

const ORIGIN = 'moz-extension://c45eb00c-0000-4000-8000-00000000c45e';
const PAGE = `${ORIGIN}/options.html#/log`;
const ADVICE =
  'This site appears to use a scroll-linked positioning effect. This may not work well with asynchronous panning; ' +
  'see https://firefox-source-docs.mozilla.org/performance/scroll-linked_effects.html for further details and to join ' +
  'the discussion on related tools and features!';

describe('what Firefox says in its console', () => {
  it.each([
    ['an uncaught error', 'TypeError: rows is undefined'],
    [
      'a violation of the content security policy',
      'Content-Security-Policy: The page’s settings blocked the loading of a resource (connect-src)',
    ],
    ['a warning nobody has looked at yet', 'Layout was forced before the page was fully loaded.'],
    ['an error that only mentions the advice', `Error: got "${ADVICE}"`],
  ])('is a complaint when it is %s', (_kind, text) => {
    expect(complaintsAmong([{ text, source: PAGE }], ORIGIN)).toEqual([`${PAGE}: ${text}`]);
  });

  it('is a complaint when only its words name the extension', () => {
    const text = `[JavaScript Error: "TypeError: rows is undefined" {file: "${PAGE}" line: 3}]`;
    expect(complaintsAmong([{ text, source: '' }], ORIGIN)).toEqual([`: ${text}`]);
  });

  it('is none when it is about somebody else', () => {
    expect(complaintsAmong([{ text: 'TypeError', source: 'https://vendor.example/' }], ORIGIN)).toEqual([]);
  });

  it.each([
    ['told with its source', { text: ADVICE, source: PAGE }],
    ['told as a whole', { text: `[JavaScript Warning: "${ADVICE}" {file: "${PAGE}" line: 0}]`, source: '' }],
  ])('is none when it is the advice on scrolling, %s', (_how, message) => {
    expect(complaintsAmong([message], ORIGIN)).toEqual([]);
  });

  it('is none when a page was closed while it waited', () => {
    const text = 'Promise resolved after context unloaded';
    expect(complaintsAmong([{ text, source: PAGE }], ORIGIN)).toEqual([]);
  });
});
