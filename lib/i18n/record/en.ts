import { counter } from '../plural.ts';

const n = counter('en');

/** Words about one record, shared by the popup, the log and reports; a part of `common`. The popup pays for each. */
export const en = {
  done: 'Done',
  undo: 'Undo',
  noAddress: 'No address',
  untitled: 'Untitled page',
  masked: (count: number) =>
    n(count, { one: '# secret masked', other: '# secrets masked', zero: 'No secrets masked' }),
  impact: 'Who is hit?',
  impactLevel: { 1: 'Everyone', 2: 'My team', 3: 'Only me' },
  urgency: 'Can you work?',
  urgencyLevel: { 1: 'No', 2: 'With a detour', 3: 'Nuisance' },
  chipKind: {
    status: 'Server answer',
    'request-failed': 'Failed request',
    'request-slow': 'Slow request',
    'error-id': 'Error number',
    'error-text': 'Error message',
    'error-page': 'Browser error page',
    'request-list-full': 'Request list full',
    'slow-page': 'Slow page',
  },
  /** Chips whose value is a bare number or empty are said in words. */
  chipText: {
    requestListFull: 'More requests than the browser remembers',
    timesCount: (text: string, count: number) => `${text} ×${count}`,
  },
  sameWhy: { 'same-error': 'Same error', 'same-page': 'Same page', 'similar-title': 'Similar title' },
  noPicture: 'No picture.',
  noPageDetails: 'No page details.',
  noPictureNorDetails: 'No picture and no page details.',
  /** Why a part of a record is missing; stands behind `noPicture` or `noPageDetails`. */
  reason: {
    'browser-page': 'The browser lets no extension look at its own pages.',
    'store-page': 'The browser lets no extension look at the extension store.',
    'error-page':
      'The page could not be reached, so the browser showed its own error page, which is protected.',
    pdf: 'The browser’s PDF viewer does not let extensions read the document.',
    'view-source': 'The browser lets no extension look at a page’s source view.',
    'blank-page': 'The tab was empty.',
    'extension-page': 'The tab showed a page of another extension, which is protected.',
    'data-page': 'The page was not loaded from an address that the browser allows access to.',
    'file-page': 'The browser does not allow access to files on this computer.',
    hung: 'The page did not react in time. It was probably frozen.',
    crashed: 'The tab had crashed.',
    closed: 'The tab was closed before Casebook could look at it.',
    'not-allowed': 'The browser gave no permission for this tab.',
    quota: 'Too many pictures were taken within one second. The browser limits that.',
    navigated: 'The tab had moved on to another page.',
    'other-tab': 'Another tab or window was in front.',
    'not-in-browser': 'It did not happen in the browser.',
    interrupted: 'The browser stopped Casebook half way.',
    'disk-full': 'The disk was full.',
    'too-large': 'It was too large to keep.',
    failed: 'The browser refused without giving a reason.',
  },
};
