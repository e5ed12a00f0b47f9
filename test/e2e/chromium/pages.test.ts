import { expect } from 'vitest';
import { inBrowser } from '../shared/bench.ts';
import { pageKinds, WEB_PAGES } from '../shared/page-kinds.ts';

pageKinds(inBrowser('chromium'), [
  ...WEB_PAGES,
  {
    what: 'a page of the browser itself',
    address: 'chrome://version/',
    noAddress: true,
    check: (captured) => expect(captured.page.state).toBe('restricted'),
  },
  {
    what: 'the source of a page',
    address: 'view-source:http://127.0.0.1:9/',
    noAddress: true,
    noPicture: true,
    check: (captured) => expect(captured.page.state).not.toBe('ok'),
  },
]);
