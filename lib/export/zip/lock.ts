import { BlobReader, ZipReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { Work } from '../source.ts';
import { countingPass } from './counting.ts';
import { readDirectory } from './directory.ts';
import { gatherBlob } from './gather.ts';
import { lockedEntry } from './locked.ts';

const AES_256 = 3;
/** The same for all: when a file was locked is nobody's business. */
const NO_TIME = new Date(1980, 0, 1);

export type Lock = Readonly<{ name: string; password: string }>;

async function written(file: Blob, { name, password }: Lock, work: Work) {
  const pass = countingPass(work, 0, 2 * file.size);
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      pass.take(chunk);
      controller.enqueue(chunk);
    },
  });
  const { sink, end } = gatherBlob();
  const writer = new ZipWriter(sink, { useWebWorkers: false });
  await writer.add(
    name,
    { readable: file.stream().pipeThrough(counted), size: file.size },
    {
      password,
      encryptionStrength: AES_256,
      level: 0,
      lastModDate: NO_TIME,
      extendedTimestamp: false,
      ...(work.signal && { signal: work.signal }),
    },
  );
  await writer.close();
  return { blob: await end('application/zip'), ...pass.found() };
}

/** What comes out of a locked zip with its password: how many bytes, and their CRC-32; null where there is no such entry. */
async function readBack(blob: Blob, { name, password }: Lock, size: number, work: Work) {
  const directory = await readDirectory(blob, 1);
  const entry = directory.ok ? lockedEntry(directory.entries) : null;
  // A checksum beside the encrypted bytes would tell something of what is in them (AE-2 has none).
  if (entry === null || entry.path !== name || entry.bytes !== size || entry.crc32 !== 0) return null;
  const reader = new ZipReader(new BlobReader(blob), { useWebWorkers: false });
  const [only] = await reader.getEntries();
  if (only === undefined || only.directory) return null;
  const pass = countingPass(work, size, 2 * size);
  const sink = new WritableStream<Uint8Array>({ write: (chunk) => pass.take(chunk) });
  await only.getData(sink, { password, ...(work.signal && { signal: work.signal }) });
  return pass.found();
}

/**
 * A finished file, byte for byte, as the only entry of a zip with a password (WinZip AES-256, AE-2). Read back with the
 * password before it is given out; null if that does not give the same bytes. Holds a few MB at a time.
 */
export async function lockFile(file: Blob, lock: Lock, work: Work): Promise<Blob | null> {
  const { blob, bytes, crc } = await written(file, lock, work);
  const back = await readBack(blob, lock, file.size, work);
  return back !== null && bytes === file.size && back.bytes === bytes && back.crc === crc ? blob : null;
}
