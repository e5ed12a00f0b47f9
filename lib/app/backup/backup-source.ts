import type { BackupSource, StoredLine } from '../../export/backup/write-backup.ts';
import { isPlaceOnly } from '../../storage/withheld.ts';
import type { EntryLine } from '../../storage/types/ledger.ts';
import type { Store } from '../../storage/types/store.ts';

function lineOf(line: EntryLine): StoredLine {
  const { n, sha256, link, json } = line;
  if (json !== null) return { n, sha256, link, json };
  if (isPlaceOnly(line)) return { n, sha256, link, withheld: true };
  const { ledger, id, kind, at, recordedAt, issueId } = line;
  const kept = { ledger, n, id, kind, at, recordedAt, erased: true };
  return { n, sha256, link, erased: issueId === undefined ? kept : { ...kept, issueId } };
}

/** The store as a backup sees it. */
export function backupSource(store: Store, settings: () => Promise<unknown>): BackupSource {
  return {
    ledgers: async () =>
      (await store.ledgers()).map(({ ledger, own, n, link }) => ({ ledger, own, n, link })),
    lines: async (ledger, fromN, limit) => (await store.entries(ledger, fromN, limit)).map(lineOf),
    pictureHashes: () => store.usedPictureHashes(),
    storedPictures: (hashes) => store.storedPictures(hashes),
    pictures: (hashes) => store.pictures(hashes),
    settings,
    quarantine: () => store.quarantine(),
  };
}
