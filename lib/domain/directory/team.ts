import { z } from '../z.ts';
import { text } from '../ledger/primitives.ts';
import { directoryId, name } from './parts.ts';

/** A team of ours. Teams are compared, persons never. */
export const team = z.strictObject({
  id: directoryId,
  name,
  /** Our working hours: our minutes count in them. */
  calendarId: z.optional(directoryId),
});
export type Team = Readonly<z.infer<typeof team>>;

/** Who saw it. The name is optional: the team is enough. */
export const reporter = z.strictObject({
  id: directoryId,
  name: text(200),
  teamId: z.optional(directoryId),
});
export type Reporter = Readonly<z.infer<typeof reporter>>;
