import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Task<T> = (blobs: readonly Blob[], remove: (index: number) => Promise<void>) => Promise<T>;

/** Runs `task` on Blobs whose bytes lie in files of their own, as a browser keeps them; `remove` takes one away behind its Blob. */
export async function withFiles<T>(contents: readonly Uint8Array[], task: Task<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'casebook-files-'));
  const pathOf = (index: number): string => join(folder, String(index));
  try {
    const blobs: Blob[] = [];
    for (const [index, content] of contents.entries()) {
      await writeFile(pathOf(index), content);
      blobs.push(await openAsBlob(pathOf(index)));
    }
    return await task(blobs, (index) => rm(pathOf(index)));
  } finally {
    await rm(folder, { recursive: true });
  }
}
