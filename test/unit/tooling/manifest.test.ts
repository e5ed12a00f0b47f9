import { describe, expect, it } from 'vitest';
import { manifestFaults } from '../../../scripts/gate/manifest-snapshot.ts';
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
});
