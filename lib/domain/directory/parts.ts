import { z } from '../z.ts';
import { text } from '../ledger/primitives.ts';

/** Names one thing of the directory (UUIDv7); never reused. */
export const directoryId = text(60).check(z.minLength(1));

export const name = text(200).check(z.minLength(1));
export const remark = text(2000);

/** How somebody is reached. */
export const address = z.strictObject({
  kind: z.enum(['portal', 'email', 'phone', 'chat', 'api', 'statuspage', 'in-person', 'other']),
  address: text(500),
});
