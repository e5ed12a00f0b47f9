import { z } from '../z.ts';
import { text } from '../ledger/primitives.ts';
import { zoneName } from '../time/calendar.ts';
import { address, directoryId, name, remark } from './parts.ts';

/** Who is responsible to us: an external supplier, or a team of our own that acts as one (ISO/IEC 20000-1, 8.3.4). */
export const provider = z.strictObject({
  id: directoryId,
  name,
  kind: z.enum(['msp', 'saas', 'cloud', 'telecom', 'hardware', 'internal', 'other']),
  tz: z.optional(zoneName),
  language: z.optional(text(35)),
  channels: z.array(address).check(z.maxLength(20)),
  statusPageUrl: z.optional(text(2000)),
  /** Who looks after the contract on our side. */
  contractOwner: z.optional(text(200)),
  notes: z.optional(remark),
});
export type Provider = Readonly<z.infer<typeof provider>>;
