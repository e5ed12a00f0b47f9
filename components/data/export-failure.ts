import { failureText, type CommonWords } from '../../lib/i18n/common/common.ts';
import type { DataWords } from '../../lib/i18n/data/data.ts';

/** Why no file was made of the log, in one sentence. */
export function exportFailureText(c: CommonWords, t: DataWords['dialog'], code: string): string {
  if (code === 'not-verified') return t.notVerified;
  if (code === 'too-large-to-lock') return t.tooLargeToLock;
  return failureText(c, code === 'log-damaged' ? 'corrupt' : code);
}
