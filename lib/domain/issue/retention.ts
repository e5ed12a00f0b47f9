import { civilOf, dayOf } from '../time/civil.ts';
import { DAY, type Ms, msOf } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import { z } from '../z.ts';
import type { IssueRow } from './issue-row.ts';

/** What leaves the log by itself. 0 months: nothing goes to the trash; 0 days: nothing is deleted for good. */
const rule = z.object({
  /** So long nothing may have happened to a closed issue: half a year at least. */
  months: z.union([z.literal(0), z.int().check(z.gte(6), z.lte(240))]),
  /** So long it has been in the trash. */
  days: z.union([z.literal(0), z.int().check(z.gte(7), z.lte(3650))]),
  /** Delete for good also what no backup holds. */
  withoutBackup: z.boolean(),
});
export type RetentionRule = z.infer<typeof rule>;

export const NO_RULE: RetentionRule = { months: 0, days: 0, withoutBackup: false };

/** What was kept as a rule; none where it cannot be understood: nothing is deleted by guessing. */
export function readRule(value: unknown): RetentionRule {
  const parsed = rule.safeParse(value);
  return parsed.success ? parsed.data : NO_RULE;
}

export const isOn = ({ months, days }: RetentionRule): boolean => months > 0 || days > 0;

/** Either language: a log is shared by people who speak different ones. */
const KEEP = new Set(['keep', 'behalten']);
export const isKept = ({ labels }: Pick<IssueRow, 'labels'>): boolean =>
  labels.some((label) => KEEP.has(label.trim().toLowerCase()));

const localDay = (now: Ms, zone: string): number => Math.floor((now + zoneOf(zone).offsetAt(now)) / DAY);

/** The beginning of the local day so many months ago; of the month's last day where it has no such day. */
export function monthsBefore(now: Ms, months: number, zone: string): Ms {
  const { year, month, day } = civilOf(localDay(now, zone));
  const at = year * 12 + month - 1 - months;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  const last = dayOf(y + Math.floor(m / 12), (m % 12) + 1, 1) - 1;
  return zoneOf(zone).instantOf(Math.min(dayOf(y, m, day), last) * DAY);
}

/** The beginning of the local day so many days ago. */
export const daysBefore = (now: Ms, days: number, zone: string): Ms =>
  zoneOf(zone).instantOf((localDay(now, zone) - days) * DAY);

type Dated = Pick<IssueRow, 'lastAt' | 'changedAt'>;

/** Neither seen nor written about since then. */
export const untouchedSince = ({ lastAt, changedAt }: Dated, before: Ms): boolean =>
  Math.max(msOf(lastAt), msOf(changedAt)) < before;

/** A backup is noted when it is handed over, and was begun before: a day lies between. */
export const isBackedUp = ({ changedAt }: Dated, backupAt: Ms | null): boolean =>
  backupAt !== null && backupAt >= msOf(changedAt) + DAY;
