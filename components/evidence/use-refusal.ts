import { ATTACHMENT_LIMITS } from '../../lib/domain/evidence/attachment-limits.ts';
import type { Refused } from '../../lib/app/attachments/attachment-service.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import { useFormat, useText } from '../state/locale.tsx';

/** Why a picture or file was not taken, in one sentence that says what is allowed. */
export function useRefusal(): (refused: Refused) => string {
  const t = useText(evidence);
  const format = useFormat();
  return ({ code, name, limit = 0 }) => {
    const what = name === '' ? t.nameless : visibleText(name);
    switch (code) {
      case 'too-large':
        return t.refused[code](what, format.bytes(limit));
      case 'issue-full':
        return t.refused[code](
          what,
          limit === ATTACHMENT_LIMITS.items ? t.items(format.number(limit)) : format.bytes(limit),
        );
      case 'too-many-pixels':
      case 'too-many':
        return t.refused[code](what, format.number(limit));
      default:
        return t.refused[code](what);
    }
  };
}
