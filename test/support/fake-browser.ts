import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Stands in for webextension-polyfill in fast tests; what it does not know throws, so tests must say what they expect. */
// eslint-disable-next-line import/no-default-export -- the polyfill has a default export
export default fakeBrowser;
