import {
  BlobReader,
  ERR_ENCRYPTED,
  ERR_INVALID_AUTHENTICATION_CODE,
  ERR_INVALID_PASSWORD,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { BACKUP_LIMITS } from '../backup/backup-format.ts';
import type { Work } from '../source.ts';
import { countingPass } from '../zip/counting.ts';
import { readDirectory } from '../zip/directory.ts';
import { gatherBlob } from '../zip/gather.ts';
import { holdsZip, lockedEntry } from '../zip/locked.ts';
import { Refusal } from './refusal.ts';

/** What the library says of a file from outside, as a refusal; what the browser says (stopped, unreadable) stays. */
function refusalOf(error: unknown, where: string): unknown {
  if (!(error instanceof Error) || error instanceof DOMException || error instanceof Refusal) return error;
  if (error.message === ERR_INVALID_PASSWORD || error.message === ERR_ENCRYPTED)
    return new Refusal('wrong-password');
  return new Refusal(error.message === ERR_INVALID_AUTHENTICATION_CODE ? 'checksum' : 'damaged', where);
}

/**
 * The zip inside a locked one. Any other file is given back as it is: the reader says what it is. Throws `Refusal`
 * where the password is wrong, where the bytes were changed, and on what is larger than Casebook takes.
 */
export async function unlockZip(file: Blob, password: string, work: Work): Promise<Blob> {
  const directory = await readDirectory(file, 1);
  const entry = directory.ok ? lockedEntry(directory.entries) : null;
  if (entry === null || !holdsZip(entry)) return file;
  if (!(entry.bytes <= BACKUP_LIMITS.fileBytes) || entry.packed > file.size)
    throw new Refusal('too-large', entry.path);
  try {
    const reader = new ZipReader(new BlobReader(file), { useWebWorkers: false });
    const [only] = await reader.getEntries();
    if (only === undefined || only.directory) throw new Refusal('damaged', entry.path);
    const pass = countingPass(work, 0, entry.bytes);
    const { sink, end } = gatherBlob();
    const out = sink.getWriter();
    const counted = new WritableStream<Uint8Array<ArrayBuffer>>({
      write(chunk) {
        pass.take(chunk);
        // Sizes in headers are claims.
        if (pass.found().bytes > entry.bytes) throw new Refusal('header-mismatch', entry.path);
        return out.write(chunk);
      },
      close: () => out.close(),
    });
    await only.getData(counted, { password, ...(work.signal && { signal: work.signal }) });
    if (pass.found().bytes !== entry.bytes) throw new Refusal('header-mismatch', entry.path);
    return await end('application/zip');
  } catch (error) {
    throw refusalOf(error, entry.path);
  }
}
