import { claimDeadline } from '../../../lib/domain/accountability/claim-deadline.ts';
import type { ClaimRule } from '../../../lib/domain/directory/claim-rule.ts';
import { thingOf } from '../../../lib/domain/directory/directory.ts';
import { dateText } from '../../../lib/domain/time/civil.ts';
import { DAY, instantOf } from '../../../lib/domain/time/instant.ts';
import { zoneOf } from '../../../lib/domain/time/zone.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { useNow } from '../../state/use-now.ts';
import { useDirectory } from '../directory-context.tsx';
import { usePlainDate } from '../use-plain-date.ts';

/** A deadline worked out for an incident at this moment. */
export function ClaimExample({ rule, tz }: { rule: ClaimRule; tz: string }) {
  const t = useText(words).claim;
  const format = useFormat();
  const plain = usePlainDate();
  const { directory } = useDirectory();
  const at = useNow().getTime();
  const zone = zoneOf(tz);
  const day = Math.floor((at + zone.offsetAt(at)) / DAY);
  const calendar = thingOf(directory, 'calendar', rule.calendarId);
  const { cautious } = claimDeadline(rule, { day, at }, { calendar, zone });
  const until =
    cautious.at === null ? plain(dateText(cautious.day)) : format.weekdayTime(instantOf(cautious.at), tz);
  return <>{t.example(format.weekdayTime(instantOf(at), tz), until)}</>;
}
