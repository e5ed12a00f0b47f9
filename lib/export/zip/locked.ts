import type { ZipEntry } from './directory.ts';

/** A zip with a password holds one finished file, so that no name of what is inside can be read without it. */
const FLAG_ENCRYPTED = 0x0001;
/** WinZip's mark for AES in the place of the method: "AES Encryption Information", version 1.04. */
const METHOD_AES = 99;
/** Salt of AES-256, two bytes that tell a wrong password, authentication code. */
const AES_BYTES = 16 + 2 + 10;
const INNER_NAME = /^[\w-]+(?:\.part\d+of\d+)?\.([a-z0-9]+)$/i;

/** The one entry of a zip that was locked as `lockFile` does it, whoever did it; null for any other. */
export function lockedEntry(entries: readonly ZipEntry[]): ZipEntry | null {
  const [entry, ...others] = entries;
  if (entry === undefined || others.length > 0) return null;
  const encrypted = (entry.flags & FLAG_ENCRYPTED) !== 0 && entry.method === METHOD_AES;
  return encrypted && entry.packed === entry.bytes + AES_BYTES && INNER_NAME.test(entry.path) ? entry : null;
}

/** Whether what is inside is a zip itself, which is all that can be brought in. */
export const holdsZip = ({ path }: ZipEntry): boolean => INNER_NAME.exec(path)?.[1]?.toLowerCase() === 'zip';

/**
 * In bytes, of all files together: what is encrypted lies in the browser's memory, and beyond some 480 MB Chromium 156 puts
 * Blobs on the disk in a way that it cannot read again.
 */
export const MOST_LOCKED = 300_000_000;

const PARTS = /^(.*?)(\.part\d+of\d+)?(\.[a-z0-9]+)$/i;
/** Names that Casebook gives, of dates and formats only; any other may hold words of an issue or of a person. */
const OWN_NAME = /^casebook(?:-backup)?_\d{4}-\d{2}-\d{2}(?:_[a-z0-9-]+)*$/;

const pad = (value: number): string => String(value).padStart(2, '0');

/** How a locked file and the one entry in it are called: by nothing that was written or typed. `at`: now, for the day. */
export function lockedNames(fileName: string, at: Date): Readonly<{ outer: string; inner: string }> {
  const [, stem = '', part = '', ending = '.bin'] = PARTS.exec(fileName) ?? [];
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  const plain = OWN_NAME.test(stem) ? stem : `casebook_${day}`;
  return { outer: `${plain}_protected${part}.zip`, inner: `casebook${part}${ending.toLowerCase()}` };
}
