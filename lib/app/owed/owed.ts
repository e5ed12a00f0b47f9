import { z } from '../../domain/z.ts';
import { count, int, text } from '../../domain/ledger/primitives.ts';

/** What waits for us, from `from` (ms) until the next step begins. `title` says it in the user's language. */
const step = z.strictObject({ from: int, n: count, title: text(300) });
export type OwedStep = Readonly<z.infer<typeof step>>;

/**
 * How many things we owe: now, and from when on it will be another number although nobody wrote anything (a promise falls due).
 * Written by the full page, which knows the accounts; shown by the background, which does not.
 */
export const owed = z.strictObject({ v: z.literal(1), steps: z.array(step).check(z.maxLength(200)) });
export type OwedSteps = Readonly<z.infer<typeof owed>>;

export const OWED_KEY = 'owed';
