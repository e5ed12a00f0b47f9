import browser from 'webextension-polyfill';

// The only import of webextension-polyfill (checked by test/arch): everything else gets the browser as an argument.
export { browser };
export type BrowserApi = typeof browser;
