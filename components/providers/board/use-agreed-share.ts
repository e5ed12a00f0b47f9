import { versionOn } from '../../../lib/domain/directory/versions.ts';
import { board as words } from '../../../lib/i18n/board/board.ts';
import { measures } from '../../../lib/i18n/measures/measures.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { SHARE_OF } from '../agreement/share-draft.ts';
import type { Share } from '../agreement/share-draft.ts';
import { useDirectory } from '../directory-context.tsx';
import { agreementsOf } from '../of-provider.ts';
import { todayIn } from '../use-plain-date.ts';

/** `agreed: 90 % per month`, as in force today; null where none was agreed, or several agreements differ. */
export function useAgreedShare(providerId: string): (clock: Share) => string | null {
  const t = useText(words).targets;
  const { windows } = useText(measures).shares;
  const { percent } = useFormat();
  const { directory } = useDirectory();
  const inForce = agreementsOf(directory, providerId).map(
    ({ versions, tz }) => versionOn(versions, todayIn(tz))?.compliance,
  );
  return (clock) => {
    const said = inForce.map((shares) => {
      const value = shares?.[SHARE_OF[clock]];
      return value === undefined || !shares ? null : t.agreed(percent(value / 100), windows[shares.window]);
    });
    const [first = null, ...others] = said;
    return others.every((other) => other === first) ? first : null;
  };
}
