import { describe, expect, it } from 'vitest';
import { manifestFaults, pageFaults } from '../../../scripts/gate/manifest-snapshot.ts';
import { manifestFor } from '../../../scripts/manifest.ts';

const built = (browser: string) => ({ manifest_version: 3, ...manifestFor(browser, 'production') });

describe('the manifest', () => {
  it.each(['chrome', 'firefox'])('asks for exactly what README.md explains: %s', (browser) => {
    expect(manifestFaults(built(browser))).toEqual([]);
  });

  it.each([
    ['one more permission', { permissions: ['activeTab', 'tabs'] }],
    ['access to pages without a click', { host_permissions: ['<all_urls>'] }],
    ['a content script', { content_scripts: [] }],
    ['files for pages', { web_accessible_resources: [] }],
    ['a weaker policy', { content_security_policy: { extension_pages: "script-src 'self'" } }],
    ['private windows', { incognito: 'split' }],
  ])('is refused with %s', (_what, change) => {
    expect(manifestFaults({ ...built('chrome'), ...change })).toHaveLength(1);
  });

  it.each(['firefox', 'chrome'])('is refused with the policy of the other browser: %s', (browser) => {
    const { content_security_policy: other } = built(browser === 'firefox' ? 'chrome' : 'firefox');
    expect(manifestFaults({ ...built(browser), content_security_policy: other })).toHaveLength(1);
  });
});

describe('a page', () => {
  const meta = `<meta http-equiv="Content-Security-Policy" content="trusted-types 'none'" />`;

  it('must take back the policy of the worker before anything else', () => {
    expect(pageFaults(`<html><head>\n    ${meta}<title>x</title></head>`)).toEqual([]);
    expect(pageFaults(`<html><head><script src="/a.js"></script>${meta}</head>`)).toHaveLength(1);
    expect(pageFaults('<html><head></head></html>')).toHaveLength(1);
  });
});
