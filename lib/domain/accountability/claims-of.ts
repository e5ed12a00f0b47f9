import type { Agreement, AgreementVersion } from '../directory/agreement.ts';
import type { ClaimRule } from '../directory/claim-rule.ts';
import type { Issue } from '../issue/issue.ts';
import type { CalendarRules } from '../time/calendar.ts';
import { DAY, msOf, type Ms } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import { claimDeadline, type ClaimDeadline, type Incident } from './claim-deadline.ts';

/** By when the provider must be told, and by when a claim must be filed; null where nothing was agreed about it. */
export type Claims = Readonly<{ notifyBy: ClaimDeadline | null; fileBy: ClaimDeadline | null }>;

type CalendarOf = (id: string) => CalendarRules | null;

function incidentAt(tz: string, at: Ms): Incident {
  return { day: Math.floor((at + zoneOf(tz).offsetAt(at)) / DAY), at };
}

/** The deadlines of one incident; `noticed` is when we knew of it. */
export function claimsAt(
  { occurred, noticed }: Readonly<{ occurred: Ms; noticed: Ms }>,
  { tz }: Pick<Agreement, 'tz'>,
  { claim }: Pick<AgreementVersion, 'claim'>,
  calendarOf: CalendarOf,
): Claims | null {
  if (claim === undefined || (claim.notifyBy === undefined && claim.fileBy === undefined)) return null;
  const deadline = (rule: ClaimRule | undefined) =>
    rule === undefined
      ? null
      : claimDeadline(rule, incidentAt(tz, rule.anchor === 'aware' ? noticed : occurred), {
          calendar: rule.calendarId === undefined ? null : calendarOf(rule.calendarId),
          zone: zoneOf(tz),
        });
  return { notifyBy: deadline(claim.notifyBy), fileBy: deadline(claim.fileBy) };
}

export function claimsOf(
  { occurrences }: Pick<Issue, 'occurrences'>,
  agreement: Agreement,
  version: AgreementVersion,
  calendarOf: CalendarOf,
): Claims | null {
  const [first] = occurrences;
  if (first === undefined) return null;
  return claimsAt(
    { occurred: msOf(first.at), noticed: msOf(first.recordedAt) },
    agreement,
    version,
    calendarOf,
  );
}

/** The instants at which a deadline passes: the end of its day where it names no hour. */
export function endsOf({ notifyBy, fileBy }: Claims, tz: string): Ms[] {
  const zone = zoneOf(tz);
  return [notifyBy, fileBy]
    .filter((deadline) => deadline !== null)
    .flatMap(({ literal, cautious }) => [literal, cautious])
    .map(({ day, at }) => at ?? zone.instantOf((day + 1) * DAY));
}
