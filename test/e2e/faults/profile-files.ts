import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Driver } from '../../support/browser/driver.ts';

/** Files of the profile that belong to the log's database, as the browser lays them out. */
export interface DatabaseFiles {
  /** Everything the browser keeps for the database. */
  readonly folders: readonly string[];
  /** Folders whose files are the pictures. */
  readonly pictures: readonly string[];
  /** What the browser cannot open the database without. */
  readonly vital: readonly string[];
}

/** Place of user_version in the header of an SQLite file (sqlite.org/fileformat.html, 1.3). */
const USER_VERSION_AT = 60;

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

export function databaseFiles({ name, profile, origin }: Driver): DatabaseFiles {
  const id = origin.replace(/^.*:\/\//, '');
  if (name === 'chromium') {
    const base = join(profile, 'Default/IndexedDB', `chrome-extension_${id}_0.indexeddb`);
    const store = `${base}.leveldb`;
    const blobs = `${base}.blob`;
    const vital = filesIn(store).filter((path) => /MANIFEST-\d+$/.test(path));
    return { folders: [store, blobs], pictures: [blobs], vital };
  }
  const folder = join(profile, 'storage/default', `moz-extension+++${id}`, 'idb');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const vital = names.filter((file) => file.endsWith('.sqlite')).map((file) => join(folder, file));
  const pictures = names.filter((file) => file.endsWith('.files')).map((file) => join(folder, file));
  return { folders: [folder], pictures, vital };
}

/** The database is gone, as after a cleaning program or a corruption the browser answered by starting afresh. */
export function wipe(driver: Driver): void {
  for (const folder of databaseFiles(driver).folders) rmSync(folder, { recursive: true, force: true });
}

/** Deletes the files of all pictures; returns how many there were. */
export function deletePictures(driver: Driver): number {
  const files = databaseFiles(driver).pictures.flatMap(filesIn);
  for (const file of files) rmSync(file);
  return files.length;
}

/** As after going back to an older Firefox: it refuses files whose schema number (SQLite's user_version) it does not know. */
function writeAsNewerFirefox(path: string): void {
  const number = Buffer.alloc(4);
  number.writeUInt32BE(0x7fff_ffff);
  const file = openSync(path, 'r+');
  writeSync(file, number, 0, 4, USER_VERSION_AT);
  closeSync(file);
}

/** Makes the database impossible to open until `restore` is called. */
export function breakDatabase(driver: Driver): { restore(): void } {
  const aside = join(driver.profile, 'set-aside');
  const { vital } = databaseFiles(driver);
  if (vital.length === 0) throw new Error('The database has no files yet.');
  mkdirSync(aside, { recursive: true });
  const kept = vital.map((path, index) => ({ path, copy: join(aside, String(index)) }));
  for (const { path, copy } of kept) {
    cpSync(path, copy);
    if (driver.name === 'firefox') writeAsNewerFirefox(path);
    else rmSync(path);
  }
  return {
    restore() {
      for (const { path, copy } of kept) {
        rmSync(path, { recursive: true, force: true });
        cpSync(copy, path);
      }
    },
  };
}
