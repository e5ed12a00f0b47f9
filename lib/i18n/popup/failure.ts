import type { PopupWords } from './popup.ts';

const BY_CODE: Readonly<Record<string, keyof PopupWords['failure']>> = {
  'disk-full': 'disk',
  'blob-write-failed': 'disk',
  quota: 'disk',
  'read-only-newer': 'readOnly',
  'upgrade-failed': 'readOnly',
  blocked: 'blocked',
  closed: 'log',
  terminated: 'log',
  unavailable: 'log',
  'not-allowed': 'log',
  damaged: 'log',
  'no-such-issue': 'gone',
  'unknown-capture': 'gone',
  'no-background': 'silent',
};

/** The sentence for a failure code of the protocol or the store. */
export function popupFailure(words: PopupWords, code: string): string {
  return words.failure[Object.hasOwn(BY_CODE, code) ? (BY_CODE[code] ?? 'other') : 'other'];
}
