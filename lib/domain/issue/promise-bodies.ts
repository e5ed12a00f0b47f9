import { z } from '../z.ts';
import { directoryId, remark } from '../directory/parts.ts';
import { instant, position, text } from '../ledger/primitives.ts';

const promiseId = text(60).check(z.minLength(1));

/** Somebody undertakes to do something by a date. `at` is when it was promised. */
export const promiseMade = z.strictObject({
  promiseId,
  providerId: z.optional(directoryId),
  owner: z.enum(['us', 'provider']),
  contactId: z.optional(directoryId),
  deliverable: text(500).check(z.minLength(1)),
  /** By what both will see that it was delivered. */
  acceptance: z.optional(text(500)),
  due: instant,
});

/** Another date. What counts is still the first one. */
export const promiseMoved = z.strictObject({
  promiseId,
  due: instant,
  /** Both agreed to it; false: one side only said so. */
  agreed: z.boolean(),
  reason: z.optional(remark),
});

/** `at` is when it was delivered. */
export const promiseKept = z.strictObject({ promiseId });

/** Taken back. `agreed` false: it will not be delivered, which is a miss. */
export const promiseWithdrawn = z.strictObject({
  promiseId,
  agreed: z.boolean(),
  reason: z.optional(remark),
});

/** What was said about a promise at that place is taken back, as if it had not been said. */
export const promiseReverted = z.strictObject({ promiseId, ...position.shape });

export function isPromiseKind(entryKind: string): boolean {
  return entryKind.startsWith('promise.');
}
