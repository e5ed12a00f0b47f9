import { z } from '../../domain/z.ts';
import { directoryId, name } from '../../domain/directory/parts.ts';
import { system } from '../../domain/directory/system.ts';
import { count, int, position, text } from '../../domain/ledger/primitives.ts';
import { ruleName } from '../client/system-view.ts';
import type { LocalValues } from '../install-secret.ts';

/** By when the provider must be told of what happens from `from` (ms) on, until the next row begins. Neither: nobody knows. */
const tellRow = z.strictObject({
  from: int,
  /** So long after it happened. */
  minutes: z.optional(count),
  /** On that day at the latest, `2026-12-31` in the zone of the contract. */
  by: z.optional(text(10)),
  rule: z.optional(ruleName),
});
export type TellRow = Readonly<z.infer<typeof tellRow>>;

const known = {
  /** The entry that holds: what the next edit replaces. */
  head: z.optional(position),
  /** Given by the organisation: nobody edits it. */
  fixed: z.optional(z.boolean()),
  /** Which of `tells` holds; none when missing. */
  tell: z.optional(count),
};

const knownSystem = z.strictObject({ ...known, value: system, provider: z.nullable(name) });
const knownProvider = z.strictObject({ ...known, id: directoryId, name });

/**
 * What the background and the popup need of the directory. Written by the full page, which knows the rules of everything,
 * after every change; the background carries none of them (decision 0001: it derives, it holds no truth).
 */
export const digest = z.strictObject({
  v: z.literal(1),
  systems: z.array(knownSystem),
  providers: z.array(knownProvider),
  /** What only a retired system explains stays explained by it. */
  retired: z.array(knownSystem),
  tells: z.array(z.array(tellRow)),
});
export type Digest = Readonly<z.infer<typeof digest>>;
export type KnownSystem = Digest['systems'][number];
export type KnownProvider = Digest['providers'][number];

export const DIGEST_KEY = 'directory.digest';
/** Page and background change the digest one after the other: name of the lock. */
export const DIGEST_LOCK = 'directory.digest';

export const EMPTY_DIGEST: Digest = { v: 1, systems: [], providers: [], retired: [], tells: [] };

/** Empty where there is none, where it cannot be read, and where it comes from another version: the page writes it anew. */
export async function readDigest({ read }: Pick<LocalValues, 'read'>): Promise<Digest> {
  const parsed = digest.safeParse(await read(DIGEST_KEY).catch(() => undefined));
  return parsed.success ? parsed.data : EMPTY_DIGEST;
}
