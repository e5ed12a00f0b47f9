import { decodedText } from '../../domain/evidence/text-bytes.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import { ticketsInSubject } from '../../domain/issue/tickets-in-subject.ts';
import { cutAt } from '../../domain/text/cut.ts';
import { freshWords } from '../../domain/text/fresh-words.ts';
import { readMailDate } from '../../domain/time/mail-date.ts';
import type { ReadMail } from '../../export/importers/mail.ts';
import type { Prepared } from '../attachments/prepared.ts';
import type { Moment } from '../moment.ts';
import type { MaskText } from '../attachments/mask.ts';

export type ReadReply = Readonly<{
  /** When the sender sent it, with the zone of the mail. */
  moment: Moment;
  /** Scrubbed. */
  from: string;
  subject: string;
  /** What is new in it, scrubbed and as long as a line may be. */
  text: string;
  /** Numbers in the subject. */
  tickets: readonly string[];
  /** The mail, ready to be stored. */
  mail: Prepared;
}>;

/** A clock may be a little wrong; a mail of next week was not sent yet. */
const AHEAD_MS = 24 * 3600_000;

export function timeOfMail(
  mail: ReadMail,
  now: Date,
  own: (at: Date) => Moment,
): Moment | 'no-time' | 'future' {
  const header = mail.headers.find(({ name }) => name.toLowerCase() === 'date')?.value ?? '';
  const read = readMailDate(header);
  if (read === null) return 'no-time';
  if (read.ms > now.getTime() + AHEAD_MS) return 'future';
  const at = new Date(read.ms);
  const here = own(at);
  const { offsetMin } = read;
  return offsetMin === null || offsetMin === here.offsetMin
    ? here
    : { at: here.at, zone: zoneOf(offsetMin), offsetMin };
}

/** A name that every program knows for an offset; they count westwards. Offsets between hours have none. */
function zoneOf(offsetMin: number): string {
  const hours = offsetMin / 60;
  if (hours === 0 || !Number.isInteger(hours)) return 'Etc/UTC';
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

/** Subject and new words as one line of the timeline, without secrets. */
export function wordsOfMail(mail: ReadMail, text: MaskText) {
  const subject = text(mail.subject.toWellFormed().replaceAll(/\s+/gu, ' ').trim());
  const from = text(mail.from.toWellFormed().replaceAll(/\s+/gu, ' ').trim());
  const fresh = freshWords(cutAt(mail.text.toWellFormed(), 64 * 1024));
  const said = text(subject.value === '' ? fresh : `${subject.value}\n${fresh}`);
  return {
    from: cutAt(from.value, 300),
    subject: cutAt(subject.value, 300),
    text: cutAt(said.value, LIMITS.note).trim(),
    tickets: ticketsInSubject(subject.value),
    masked: Math.max(subject.masked, said.masked),
  };
}

/** The id of a mail as its headers tell it, also of one that was written anew without its secrets. */
export function idIn(bytes: Uint8Array<ArrayBuffer>): string | null {
  const head = (decodedText(bytes)?.text ?? '').split(/\r?\n\r?\n/u, 1)[0] ?? '';
  return /^message-id:\s*(\S[^\r\n]*)/imu.exec(head)?.[1]?.trim() ?? null;
}
