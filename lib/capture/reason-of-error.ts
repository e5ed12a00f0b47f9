import type { ReasonCode } from '../domain/evidence/reason.ts';
import { classifyAddress } from '../domain/evidence/classify.ts';
import { messageOf } from './time-limit.ts';

/** The kind of an address that the browser guards, or null for ordinary and unknown ones. */
export function reasonOfAddress(url: string | null): ReasonCode | null {
  const { kind } = classifyAddress(url);
  return kind === 'web' || kind === 'unknown' ? null : kind;
}

/** Chromium and Firefox tell the reason only in words; the wording was read in 156 and 153 (test/e2e shows when it changes). */
const SAYINGS: readonly (readonly [RegExp, ReasonCode])[] = [
  [/showing error page/i, 'error-page'],
  [/cannot access a chrome(?:-untrusted|-search)?:\/\//i, 'browser-page'],
  [/extensions gallery|web store/i, 'store-page'],
  [/view-source/i, 'view-source'],
  [/chrome-extension:\/\/|different extension/i, 'extension-page'],
  [/no tab with id|invalid tab id|tab was closed|frame with id \d+ was removed|no frame with id/i, 'closed'],
];

function reasonOf(error: unknown, url: string | null): ReasonCode {
  const words = messageOf(error);
  const said = SAYINGS.find(([pattern]) => pattern.test(words));
  if (said) return said[1];
  const guarded = reasonOfAddress(url);
  if (guarded) return guarded;
  if (/permission|cannot access|cannot be scripted/i.test(words)) return 'not-allowed';
  return 'failed';
}

export function reasonOfPictureError(error: unknown, url: string | null): ReasonCode {
  return reasonOf(error, url);
}

export function reasonOfScriptError(error: unknown, url: string | null): ReasonCode {
  const reason = reasonOf(error, url);
  if (reason === 'not-allowed' && url !== null && /\.pdf(?:$|[?#])/i.test(url)) return 'pdf';
  return reason;
}
