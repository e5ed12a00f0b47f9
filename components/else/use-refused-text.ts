import type { Refused } from '../../lib/app/attachments/prepared.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import { useFormat, useText } from '../state/locale.tsx';

/** An issue holds far fewer pieces than this, and far more bytes. */
const PIECES = 1000;

/** Why something was not taken, in a sentence. */
export function useRefusedText(): (refused: Refused) => string {
  const e = useText(evidence);
  const format = useFormat();
  return ({ code, name, limit = 0 }) => {
    const what = name === '' ? e.nameless : visibleText(name);
    const number = format.number(limit);
    const pieces = e.items(number);
    switch (code) {
      case 'too-large':
        return e.refused[code](what, format.bytes(limit));
      case 'too-many-pixels':
        return e.refused[code](what, number);
      case 'issue-full':
        return e.refused[code](what, limit < PIECES ? pieces : format.bytes(limit));
      case 'too-many':
        return e.refused[code](what, pieces);
      default:
        return e.refused[code](what);
    }
  };
}
