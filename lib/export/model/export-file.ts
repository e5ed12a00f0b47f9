import { z } from '../../domain/z.ts';
import { count, instant, ledgerId, sha256Hex, text } from '../../domain/ledger/primitives.ts';
import { FIELD_GROUPS } from './choices.ts';
import { sharedIssue } from './shared-issue.ts';

export const EXPORT_FORMAT = 'casebook-export/1';

/** What is said once per export, before the issues. */
export const exportHead = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  exportedAt: instant,
  application: z.strictObject({ name: z.literal('Casebook'), version: text(40) }),
  /** IANA zone in which local times of this export are written. */
  zone: text(60),
  /** Where each ledger's hash chain stood; a later export must extend it. */
  ledgers: z.array(z.strictObject({ ledger: ledgerId, n: count, link: sha256Hex })),
  selection: z.enum(['all', 'view', 'selection']),
  /** What the sender took out: counts of issues and pictures, and whole groups of fields. */
  leftOut: z.strictObject({
    issues: count,
    pictures: count,
    files: count,
    groups: z.array(z.enum(FIELD_GROUPS)),
  }),
  /** Secrets masked before anything was stored, by rule. */
  masked: z.strictObject({ total: count, rules: z.record(text(40), count) }),
  summary: z.strictObject({
    issues: count,
    occurrences: count,
    pictures: count,
    files: count,
    firstAt: z.nullable(instant),
    lastAt: z.nullable(instant),
    /** Our own side first: how many of these we have told the provider about, and how soon. */
    reported: count,
    notReported: count,
    medianReportedAfterMs: z.nullable(count),
  }),
});
export type ExportHead = z.infer<typeof exportHead>;

export const exportFile = z.strictObject({ ...exportHead.shape, issues: z.array(sharedIssue) });
