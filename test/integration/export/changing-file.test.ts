import { Dexie } from 'dexie';
import { BlobReader, BlobWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { IDBKeyRange, type IDBFactory } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDirectory } from '../../../lib/export/zip/directory.ts';
import { backupsOf } from '../../support/backups.ts';
import { makeCapture, withPicture } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { realPicture } from '../../unit/export/support.ts';

const PICTURES = [realPicture(81, 120_000), realPicture(82, 120_000), realPicture(83, 120_000)];

let backup: Blob;
beforeAll(async () => {
  const store = testProfile(80).store();
  ok(
    await store.append(
      PICTURES.map((one, index) => withPicture(index, one)),
      { blobs: PICTURES },
    ),
  );
  ok(await store.append(makeCapture(9)));
  backup = ok(await backupsOf(store).make('en', {})).blob;
});

/** Another program's zip of the same files. */
async function packedAnew(level: number, dataDescriptor: boolean): Promise<Blob> {
  const reader = new ZipReader(new BlobReader(backup), { useWebWorkers: false });
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, level, dataDescriptor });
  for (const entry of await reader.getEntries())
    if (!entry.directory)
      await writer.add(entry.filename, new BlobReader(await entry.getData(new BlobWriter())));
  return writer.close();
}

type Cut = (from: number, to: number, type: string) => Blob;

/** A chosen file of which each cut gives what the test says. */
class ChosenFile extends Blob {
  cuts: Cut = (from, to, type) => super.slice(from, to, type);
  override slice(from = 0, to = this.size, type = ''): Blob {
    return this.cuts(from, to, type);
  }
}
const isPlace = (type: string): boolean => type.startsWith('image/');

/** The same length, other bytes from here on. */
const otherBytes = (size: number, type = ''): Blob => new Blob([new Uint8Array(size).fill(7)], { type });

/** A Blob that can be read no more, as browsers give it of a file that was moved or changed. */
const gone = (size: number): Blob =>
  Object.assign(new Blob([new Uint8Array(size)]), {
    arrayBuffer: () => Promise.reject(new DOMException('The file could not be read.', 'NotReadableError')),
  });

/** Every row of every table. */
async function tables(factory: IDBFactory): Promise<unknown> {
  const db = await new Dexie('casebook', { indexedDB: factory, IDBKeyRange }).open();
  const all = await Promise.all(db.tables.map(async ({ name }) => [name, await db.table(name).toArray()]));
  db.close();
  return Object.fromEntries(all);
}

/** Where the pictures lie in the backup, each with what is before it. */
async function placesOfPictures(): Promise<readonly Readonly<{ from: number; to: number }>[]> {
  const directory = await readDirectory(backup, 1000);
  if (!directory.ok) throw new Error('The backup must have a directory.');
  return directory.entries.flatMap(({ path, offset, packed }) =>
    path.startsWith('pictures/') ? [{ from: offset, to: offset + packed }] : [],
  );
}

/** The file as it is now that something wrote into its pictures. */
async function overwritten(): Promise<Cut> {
  const bytes = new Uint8Array(await backup.arrayBuffer());
  for (const { to } of await placesOfPictures()) bytes.fill(7, to - 1000, to);
  const changed = new Blob([bytes]);
  return (from, to, type) => changed.slice(from, to, type);
}

/** The file as browsers give it once it was moved: what is read of a picture cannot be read any more. */
async function moved(): Promise<Cut> {
  const places = await placesOfPictures();
  return (from, to, type) => {
    if (isPlace(type)) return otherBytes(to - from, type);
    return places.some((one) => one.from === from) ? gone(to - from) : backup.slice(from, to, type);
  };
}

async function expectAllPictures(store: ReturnType<ReturnType<typeof testProfile>['store']>): Promise<void> {
  for (const { blob, ...facts } of PICTURES) {
    const stored = await store.picture(facts.sha256);
    if (!('blob' in stored)) throw new Error('The picture must be there.');
    expect(stored).toMatchObject({ ...facts, bytes: blob.size });
    expect(stored.blob.type).toBe(facts.mime);
    expect(new Uint8Array(await stored.blob.arrayBuffer())).toEqual(new Uint8Array(await blob.arrayBuffer()));
  }
}

describe('pictures of a backup that is taken in', () => {
  it.each([
    ['as Casebook writes it', async () => backup, { copied: 3, read: false }],
    ['packed anew without compression', () => packedAnew(0, false), { copied: 3, read: false }],
    ['packed anew with something behind each file', () => packedAnew(0, true), { copied: 3, read: true }],
    ['compressed', () => packedAnew(6, false), { copied: 0, read: false }],
  ])('have the bytes of the file: %s', async (_, make, expected) => {
    const file = new ChosenFile([await make()]);
    const plain = file.cuts;
    const cut = { copied: 0, read: false };
    file.cuts = (from, to, type) => {
      if (isPlace(type)) cut.copied += 1;
      else if (to - from >= 120_000) cut.read = true;
      return plain(from, to, type);
    };
    const store = testProfile(84).store();
    expect(await backupsOf(store).restore(file, false, {})).toMatchObject({ ok: true, missingPictures: 0 });
    await expectAllPictures(store);
    // What was copied from file to file and is right is not read out of the file besides.
    expect(cut).toEqual(expected);
  });

  it('are read out of the file where what was copied turns out to be something else', async () => {
    const file = new ChosenFile([backup]);
    const plain = file.cuts;
    file.cuts = (from, to, type) => (isPlace(type) ? otherBytes(to - from, type) : plain(from, to, type));
    const store = testProfile(85).store();
    expect(await backupsOf(store).restore(file, false, {})).toMatchObject({ ok: true, missingPictures: 0 });
    await expectAllPictures(store);
  });

  it('are checked before they are stored where a line that can be seen lost its picture', async () => {
    const [lost] = PICTURES;
    if (lost === undefined) throw new Error('There must be a picture.');
    const profile = testProfile(87);
    const store = profile.store();
    ok(await store.append(withPicture(500, lost), { blobs: [lost] }));
    const raw = await new Dexie('casebook', { indexedDB: profile.factory, IDBKeyRange }).open();
    await raw.table('blobs').delete(lost.sha256);
    raw.close();
    const file = new ChosenFile([backup]);
    const plain = file.cuts;
    let copied = 0;
    file.cuts = (from, to, type) => {
      if (isPlace(type)) copied += 1;
      return plain(from, to, type);
    };
    expect(await backupsOf(store).restore(file, false, {})).toMatchObject({ ok: true, missingPictures: 0 });
    expect(copied).toBe(PICTURES.length - 1);
    await expectAllPictures(store);
  });

  it.each([
    ['has other bytes now', overwritten, 'checksum'],
    ['can be read no more', moved, 'unreadable'],
  ])('are refused, and nothing is visible or left, when the file %s', async (_, change, code) => {
    const file = new ChosenFile([backup]);
    const plain = file.cuts;
    const profile = testProfile(86);
    const store = profile.store();
    ok(await store.append(makeCapture(900)));
    await store.settled();
    expect(await backupsOf(store).inspect(file, {})).toMatchObject({ ok: true, pictures: 3 });
    const before = await tables(profile.factory);
    file.cuts = await change();
    expect(await backupsOf(store).restore(file, false, {})).toMatchObject({ ok: false, code });
    expect(await tables(profile.factory)).toEqual(before);
    file.cuts = plain;
    expect(await backupsOf(store).restore(file, false, {})).toMatchObject({ ok: true, missingPictures: 0 });
    await expectAllPictures(store);
  });
});
