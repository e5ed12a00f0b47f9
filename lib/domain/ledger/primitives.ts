import { z } from '../z.ts';

/** Instants are ISO 8601 in UTC with milliseconds: `2026-11-23T14:02:05.123Z`. */
export const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
export type Instant = z.infer<typeof instant>;

/** SHA-256 in lower-case hex, 64 characters. */
export const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export type Sha256Hex = z.infer<typeof sha256Hex>;

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));

/** One browser profile's ledger; made at install (UUIDv7). */
export const ledgerId = z.pipe(uuid, z.custom<string & z.$brand<'LedgerId'>>());
export type LedgerId = z.infer<typeof ledgerId>;

export const issueId = z.pipe(uuid, z.custom<string & z.$brand<'IssueId'>>());
export type IssueId = z.infer<typeof issueId>;

export const entryId = z.pipe(uuid, z.custom<string & z.$brand<'EntryId'>>());
export type EntryId = z.infer<typeof entryId>;

/** One click; made by whoever starts a capture, so that a repeated message cannot record twice. */
export const captureId = z.pipe(uuid, z.custom<string & z.$brand<'CaptureId'>>());
export type CaptureId = z.infer<typeof captureId>;

/** Where an entry stands: its identity in every copy of the log. */
export const position = z.strictObject({ ledger: ledgerId, n: z.int().check(z.positive()) });
export type Position = Readonly<z.infer<typeof position>>;

/** Whole numbers only: RFC 8785 floats differ between languages. */
export const int = z.int();
export const count = z.int().check(z.nonnegative());

/** Well-formed UTF-16 of at most `max` code units; longer input must be cut (and said so) before it comes here. */
export function text(max: number) {
  return z.string().check(
    z.maxLength(max),
    z.refine((s) => s.isWellFormed(), 'lone surrogate'),
  );
}
