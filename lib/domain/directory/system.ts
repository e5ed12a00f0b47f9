import { z } from '../z.ts';
import { int, text } from '../ledger/primitives.ts';
import { directoryId, name } from './parts.ts';

/** Never a regular expression: patterns are typed by people and matched against any address in linear time. */
export const addressPattern = z.strictObject({
  kind: z.enum(['urlPrefix', 'host', 'hostSuffix', 'glob']),
  pattern: text(500).check(z.minLength(1)),
});
export type AddressPattern = Readonly<z.infer<typeof addressPattern>>;

/** Something that can break, recognised by its addresses. */
export const system = z.strictObject({
  id: directoryId,
  name,
  providerId: z.optional(directoryId),
  agreementId: z.optional(directoryId),
  patterns: z.array(addressPattern).check(z.maxLength(100)),
  environment: z.enum(['prod', 'test', 'training']),
  /** 1 = most important. */
  criticality: int.check(z.gte(1), z.lte(3)),
  aliases: z.array(text(200)).check(z.maxLength(20)),
});
export type System = Readonly<z.infer<typeof system>>;
