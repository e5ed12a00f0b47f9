import { z } from '../z.ts';
import { int, text } from '../ledger/primitives.ts';
import { plainDate, zoneName } from '../time/calendar.ts';
import { address, directoryId } from './parts.ts';

/** Somebody to talk to, on either side. How fast they answer is derived, never written down. */
export const contact = z.strictObject({
  id: directoryId,
  side: z.enum(['provider', 'us']),
  providerId: z.optional(directoryId),
  teamId: z.optional(directoryId),
  /** May be empty: a role is enough. */
  name: text(200),
  role: z.enum([
    'spoc',
    'service_desk',
    'engineer',
    'account_manager',
    'escalation',
    'contract',
    'billing',
    'other',
  ]),
  /** Place on the escalation path: 1 is asked first. */
  escalationLevel: z.optional(int.check(z.gte(1), z.lte(9))),
  channels: z.array(address).check(z.maxLength(20)),
  tz: z.optional(zoneName),
  from: z.optional(plainDate),
  to: z.optional(plainDate),
});
export type Contact = Readonly<z.infer<typeof contact>>;
