import { describe, expect, it } from 'vitest';
import {
  classifyAddress,
  pageStateOf,
  problemOf,
  selectRequests,
} from '../../../../lib/domain/evidence/classify.ts';

describe('an address', () => {
  it.each([
    ['https://EXAMPLE.com:443/a', 'web', 'example.com'],
    ['http://h.:8080/', 'web', 'h:8080'],
    ['https://h./', 'web', 'h'],
    ['https://[::1]:8080/', 'web', '[::1]:8080'],
    ['https://аррӏе.com/', 'web', 'xn--80ak6aa92e.com'],
    ['chrome://settings', 'browser-page', null],
    ['about:config', 'browser-page', null],
    ['edge://newtab/', 'browser-page', null],
    ['devtools://devtools/x', 'browser-page', null],
    ['about:blank', 'blank-page', null],
    ['about:srcdoc', 'blank-page', null],
    ['https://chromewebstore.google.com/detail/x', 'store-page', 'chromewebstore.google.com'],
    ['https://chrome.google.com/webstore/x', 'store-page', 'chrome.google.com'],
    ['https://chrome.google.com/other', 'web', 'chrome.google.com'],
    ['https://addons.mozilla.org/de/', 'store-page', 'addons.mozilla.org'],
    ['https://microsoftedge.microsoft.com/addons/x', 'store-page', 'microsoftedge.microsoft.com'],
    ['view-source:https://h/', 'view-source', null],
    ['chrome-extension://abc/x.html', 'extension-page', null],
    ['moz-extension://abc/x.html', 'extension-page', null],
    ['data:text/html,x', 'data-page', null],
    ['blob:https://h/x', 'data-page', null],
    ['file:///etc/hosts', 'file-page', null],
    ['mailto:a@b', 'unknown', null],
    ['nonsense', 'unknown', null],
    ['', 'unknown', null],
    [undefined, 'unknown', null],
    [null, 'unknown', null],
  ])('%s is %s', (url, kind, host) => {
    expect(classifyAddress(url)).toEqual({ kind, host });
  });
});

describe('a request', () => {
  it.each([
    [{ status: 200, durationMs: 10 }, null],
    [{ status: 404, durationMs: 10 }, 'failed'],
    [{ status: 503, durationMs: 9000 }, 'failed'],
    [{ status: 200, durationMs: 2999 }, null],
    [{ status: 200, durationMs: 3000 }, 'slow'],
    [{ status: 0, durationMs: 10 }, 'unknown'],
    [{ status: 0, durationMs: 4000 }, 'slow'],
    [{ status: 0, durationMs: 10, sameOrigin: true }, 'failed'],
    [{ status: 0, durationMs: 10, errored: true }, 'failed'],
    [{ status: 304, durationMs: 10, sameOrigin: true }, null],
  ])('%j is %s', (request, problem) => {
    expect(problemOf(request)).toBe(problem);
  });

  it('that failed is kept before a slow one, and a slow one before an unknown one, in order of time', () => {
    const request = (problem: 'failed' | 'slow' | 'unknown', startMs: number, initiator = 'fetch') => ({
      problem,
      startMs,
      initiator,
    });
    const all = [
      request('unknown', 1),
      request('unknown', 2, 'img'),
      request('slow', 3),
      request('failed', 5),
      request('failed', 4),
    ];
    expect(selectRequests(all, 3).map(({ startMs }) => startMs)).toEqual([3, 4, 5]);
    expect(selectRequests(all, 4).map(({ startMs }) => startMs)).toEqual([1, 3, 4, 5]);
    expect(selectRequests(all)).toHaveLength(5);
  });
});

describe('the state of a page', () => {
  it.each([
    [{ kind: 'web', reached: true }, 'ok'],
    [{ kind: 'web', status: 200, reached: true }, 'ok'],
    [{ kind: 'web', status: 500, reached: true }, 'http-error'],
    [{ kind: 'web', errorPage: true }, 'error-page'],
    [{ kind: 'web' }, 'unknown'],
    [{ kind: 'browser-page' }, 'restricted'],
    [{ kind: 'store-page' }, 'restricted'],
    [{ kind: 'unknown' }, 'unknown'],
  ] as const)('%j is %s', (page, state) => {
    expect(pageStateOf(page)).toBe(state);
  });
});
