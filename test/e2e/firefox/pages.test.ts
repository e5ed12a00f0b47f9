import { expect } from 'vitest';
import { inBrowser } from '../shared/bench.ts';
import { pageKinds, WEB_PAGES } from '../shared/page-kinds.ts';

pageKinds(inBrowser('firefox'), [
  ...WEB_PAGES.map((kind) =>
    // Firefox lets a click see about:blank.
    kind.address === 'about:blank' ? { ...kind, noPicture: false } : kind,
  ),
  {
    what: 'a page of the browser itself',
    address: 'about:support',
    wait: false,
    // Firefox 153 gives a picture of 300 pixels width of pages that run in its main process.
    noPicture: true,
    check: (captured) => expect(captured.page.state).toBe('restricted'),
  },
]);
