import type { AccountRow } from '../../domain/accountability/account-row.ts';
import { claimsAt, endsOf } from '../../domain/accountability/claims-of.ts';
import { calendarOf } from '../../domain/accountability/responsible.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { IssueRow } from '../../domain/issue/issue-row.ts';
import { type Ms, msOf } from '../../domain/time/instant.ts';

/**
 * Whether a claim could still be filed, or its provider be told, under any agreement with the provider there ever was.
 * Rather once too often: what a row does not tell (when it was noticed) counts as late as it can have been.
 */
export function hasOpenClaim(
  row: Pick<IssueRow, 'firstAt' | 'changedAt'>,
  { providerId }: Pick<AccountRow, 'providerId'>,
  directory: Directory,
  now: Ms,
): boolean {
  if (providerId === null) return false;
  const calendar = (id: string) => calendarOf(directory, id)?.rules ?? null;
  const incident = { occurred: msOf(row.firstAt), noticed: msOf(row.changedAt) };
  return [...directory.agreements.values()].some(
    (agreement) =>
      agreement.providerId === providerId &&
      agreement.versions.some((version) => {
        const claims = claimsAt(incident, agreement, version, calendar);
        return claims !== null && endsOf(claims, agreement.tz).some((end) => end > now);
      }),
  );
}
