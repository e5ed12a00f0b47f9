import { z } from '../z.ts';
import { captureId, count, instant, issueId, ledgerId, sha256Hex, text } from '../ledger/primitives.ts';

/** One line of the log: a projection of an issue, rebuilt from the entries at any time. */
export const issueRow = z.strictObject({
  id: issueId,
  key: text(20),
  ledger: ledgerId,
  firstAt: instant,
  lastAt: instant,
  changedAt: instant,
  title: text(1024),
  description: text(300),
  host: text(300),
  /** For what is not in the browser: the system as the user named it. */
  system: z.optional(text(200)),
  impact: z.nullable(z.int()),
  urgency: z.nullable(z.int()),
  priority: z.nullable(z.int()),
  labels: z.array(text(60)),
  occurrences: count,
  pictures: count,
  /** HTTP status of the first occurrence's page, if it was an error. */
  httpStatus: z.optional(count),
  failedRequests: count,
  reported: count,
  tickets: z.array(text(120)),
  trashed: z.boolean(),
  needsDetails: z.boolean(),
  captureIds: z.array(captureId),
  /** Content hashes of its pictures: which blobs are still in use. */
  pictureHashes: z.array(sha256Hex),
});
export type IssueRow = z.infer<typeof issueRow>;
