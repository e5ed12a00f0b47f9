import { afterEach, describe, expect, it, vi } from 'vitest';
import { readMachine, readZoom } from '../../../lib/capture/environment.ts';
import { EVIDENCE_LIMIT_MS, readPageEvidence } from '../../../lib/capture/page-evidence.ts';
import { reasonOfPictureError, reasonOfScriptError } from '../../../lib/capture/reason-of-error.ts';
import { activeTabFacts, tabFactsOf } from '../../../lib/capture/tab-facts.ts';
import type { TabFacts } from '../../../lib/capture/tab-facts.ts';
import { withTimeLimit } from '../../../lib/capture/time-limit.ts';

const RAW = {
  id: 7,
  windowId: 1,
  url: 'https://a.example/',
  title: 'A',
  incognito: false,
  active: true,
  status: 'complete',
};
const TAB: TabFacts = {
  tabId: 7,
  windowId: 1,
  url: 'https://a.example/',
  title: 'A',
  incognito: false,
  active: true,
  loading: false,
  awaited: false,
  shows: null,
  crashed: false,
};

afterEach(() => void vi.useRealTimers());

describe('a call to the browser', () => {
  it('that never answers is given up in time', async () => {
    vi.useFakeTimers();
    const waiting = withTimeLimit(() => new Promise(() => undefined), 800);
    await vi.advanceTimersByTimeAsync(800);
    expect(await waiting).toEqual({ ok: false, timedOut: true });
  });

  it('that throws, at once or later, is a failure and nothing else', async () => {
    const error = new Error('No.');
    const throwing = () => {
      throw error;
    };
    expect(await withTimeLimit(throwing, 10)).toEqual({ ok: false, timedOut: false, error });
    expect(await withTimeLimit(() => Promise.reject(error), 10)).toEqual({
      ok: false,
      timedOut: false,
      error,
    });
  });
});

describe('facts of a tab', () => {
  it('have no address where the browser hides it', () => {
    expect(tabFactsOf({ ...RAW, url: '' })?.url).toBeNull();
    expect(tabFactsOf({ ...RAW, url: undefined })?.url).toBeNull();
  });

  it('take the awaited address only while there is no page yet', () => {
    const pendingUrl = 'https://b.example/';
    expect(tabFactsOf({ ...RAW, url: '', pendingUrl })).toMatchObject({ url: pendingUrl, awaited: true });
    expect(tabFactsOf({ ...RAW, pendingUrl })).toMatchObject({ url: RAW.url, awaited: false });
  });

  it('tell a crashed tab from one that was put to sleep', () => {
    expect(tabFactsOf({ ...RAW, status: 'unloaded', discarded: false })?.crashed).toBe(true);
    expect(tabFactsOf({ ...RAW, status: 'unloaded', discarded: true })?.crashed).toBe(false);
  });

  it('tell by its icon what Firefox shows in place of a page', () => {
    const icon = (name: string) =>
      tabFactsOf({ ...RAW, favIconUrl: `chrome://global/skin/icons/${name}.svg` })?.shows;
    expect([icon('pdf'), icon('info'), icon('warning'), icon('other')]).toEqual([
      'pdf',
      'error-page',
      'error-page',
      null,
    ]);
    expect(tabFactsOf({ ...RAW, favIconUrl: 'https://a.example/pdf.svg' })?.shows).toBeNull();
  });

  it.each([
    ['Problem loading page', 'error-page'],
    ['Seiten-Ladefehler', 'error-page'],
    ['Warnung: Mögliches Sicherheitsrisiko erkannt', 'error-page'],
    ['Problem loading page 2 of the invoices', null],
  ])('tell by the title "%s" that Firefox shows %s', (title, shows) => {
    expect(tabFactsOf({ ...RAW, title })?.shows).toBe(shows);
  });

  it('believe the icon of the PDF viewer more than a title', () => {
    const favIconUrl = 'chrome://global/skin/icons/pdf.svg';
    expect(tabFactsOf({ ...RAW, favIconUrl, title: 'Problem loading page' })?.shows).toBe('pdf');
  });

  it.each([
    ['is in front where it is also the current one', true, true],
    [
      'is found, but not taken for the one in front, in a window that is not the current one',
      false,
      undefined,
    ],
  ])('the tab in the window of the user %s', async (_what, current, inFront) => {
    const query = (wanted: { currentWindow?: boolean }) =>
      Promise.resolve(wanted.currentWindow === true && !current ? [] : [RAW]);
    const facts = await activeTabFacts({ query } as never); // as: only this call is made
    expect(facts?.tabId).toBe(RAW.id);
    expect(facts?.inFront).toBe(inFront);
  });

  it('are none where the browser names no tab', async () => {
    const tabs = { query: () => Promise.resolve([]), get: () => Promise.reject(new Error('No.')) };
    expect(await activeTabFacts(tabs as never)).toBeNull(); // as: only these calls are made
    expect(tabFactsOf({ nonsense: true })).toBeNull();
  });
});

describe('the reason why a page cannot be seen', () => {
  it.each([
    ['Frame with ID 0 is showing error page', 'http://x.invalid/', 'error-page'],
    ['Cannot access a chrome:// URL', null, 'browser-page'],
    ['The extensions gallery cannot be scripted.', 'https://chromewebstore.google.com/', 'store-page'],
    ['Missing host permission for the tab', 'https://addons.mozilla.org/', 'store-page'],
    ['Missing host permission for the tab', 'https://a.example/bill.pdf', 'pdf'],
    ['Missing host permission for the tab', 'about:preferences', 'browser-page'],
    ['Missing host permission for the tab', 'view-source:https://a.example/', 'view-source'],
    ['Missing host permission for the tab', 'https://a.example/', 'not-allowed'],
    ['Cannot access contents of the page. Extension manifest must request permission.', null, 'not-allowed'],
    ['Cannot access contents of the page. …', 'data:text/html,x', 'data-page'],
    ['No tab with id: 7.', 'https://a.example/', 'closed'],
    ['', 'https://a.example/', 'failed'],
  ])('"%s" at %s is %s', (message, url, reason) => {
    expect(reasonOfScriptError(new Error(message), url)).toBe(reason);
  });

  it('never repeats the words of the browser', () => {
    expect(reasonOfPictureError('https://a.example/?token=secret', null)).toBe('failed');
  });
});

describe('asking the page', () => {
  const asked = (answer: () => Promise<unknown>) => readPageEvidence({ executeScript: answer } as never, TAB); // as: only this call is made

  it('that hangs ends after its limit', async () => {
    vi.useFakeTimers();
    const waiting = asked(() => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(EVIDENCE_LIMIT_MS);
    expect(await waiting).toEqual({ ok: false, reason: 'hung' });
  });

  it.each([[[]], [[{ result: null }]], [[{ result: { requests: 'many' } }]], [undefined]])(
    'believes nothing that does not parse: %j',
    async (result) => {
      expect(await asked(() => Promise.resolve(result))).toEqual({ ok: false, reason: 'failed' });
    },
  );
});

describe('the machine', () => {
  const manifest = { version: '0.1.0' };
  const i18n = { getUILanguage: () => 'de' };

  it('is told by Chromium, the real brand first', async () => {
    const fullVersionList = [
      { brand: 'Not)A;Brand', version: '8' },
      { brand: 'Chromium', version: '156.0.1.2' },
      { brand: 'Microsoft Edge', version: '156.0.3.4' },
    ];
    const machine = await readMachine({
      runtime: {
        getPlatformInfo: async () => ({ os: 'win', arch: 'x86-64' }),
        getManifest: () => manifest,
      } as never, // as: only these
      i18n,
      navigator: {
        userAgent: 'Chrome/156',
        languages: ['de-DE', 'en'],
        userAgentData: { getHighEntropyValues: async () => ({ fullVersionList, platformVersion: '15.0.0' }) },
      },
    });
    expect(machine).toEqual({
      browser: 'Microsoft Edge',
      browserVersion: '156.0.3.4',
      os: 'Windows',
      osVersion: '15.0.0',
      arch: 'x86-64',
      extensionVersion: '0.1.0',
      uiLanguage: 'de',
      languages: ['de-DE', 'en'],
    });
  });

  it('is told by Firefox', async () => {
    const machine = await readMachine({
      runtime: {
        getPlatformInfo: async () => ({ os: 'linux', arch: 'x86-64' }),
        getManifest: () => manifest,
        getBrowserInfo: async () => ({ name: 'Firefox', version: '153.7.0' }),
      } as never, // as: only these calls are made
      i18n,
      navigator: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0)', languages: ['en'] },
    });
    expect(machine).toMatchObject({ browser: 'Firefox', browserVersion: '153.7.0', os: 'Linux' });
    expect(machine.osVersion).toBeUndefined();
  });

  it('that tells nothing leaves gaps, not guesses', async () => {
    const silent = () => Promise.reject(new Error('No.'));
    const machine = await readMachine({
      runtime: { getPlatformInfo: silent, getManifest: () => manifest } as never, // as: only these calls are made
      i18n,
      navigator: { userAgent: '', languages: [] },
    });
    expect(machine).toMatchObject({ browser: 'unknown', os: 'unknown', browserVersion: '' });
    expect(await readZoom({ getZoom: silent }, 7)).toBeNull();
  });
});
