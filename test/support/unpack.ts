import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';

/** Unpacks an archive into a folder, with a reader of somebody else's that checks every sum. */
export async function unpackInto(folder: string, archive: Blob): Promise<void> {
  const reader = new ZipReader(new BlobReader(archive), { useWebWorkers: false, checkSignature: true });
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const path = join(folder, entry.filename);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await entry.getData(new Uint8ArrayWriter()));
  }
  await reader.close();
}
