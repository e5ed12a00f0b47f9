import { z } from '../z.ts';

/** Why something could not be captured. Each has one plain sentence per language in lib/i18n. */
export const reasonCode = z.enum([
  'browser-page', // chrome:, about:, edge: pages
  'store-page', // extension stores forbid extensions
  'error-page', // the browser's own "can't be reached" page
  'pdf', // a PDF viewer allows the picture, not the text
  'view-source',
  'blank-page',
  'extension-page',
  'data-page',
  'file-page',
  'hung', // the page did not answer in time
  'crashed', // the tab's process is gone
  'closed', // the tab was closed before we could look
  'not-allowed', // the browser gave no permission for this tab
  'quota', // the browser's own limit of pictures per second
  'navigated', // the page changed before the picture was taken
  'other-tab', // another tab or window was in front when the picture was due
  'not-in-browser', // recorded by hand: a phone, a printer, a program
  'interrupted', // the browser stopped Casebook half way
  'disk-full',
  'too-large',
  'failed',
]);
export type ReasonCode = z.infer<typeof reasonCode>;
