import { crc32 } from '../../domain/evidence/crc32.ts';
import { imageHeader } from '../../domain/evidence/image-header.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import { sha256Hex } from '../../domain/ledger/primitives.ts';
import { ahead } from '../../export/ahead.ts';
import { BACKUP_LIMITS } from '../../export/backup/backup-format.ts';
import type { BackupSource } from '../../export/backup/write-backup.ts';
import type { PictureBytes } from '../../export/source.ts';
import type { Lost, Rescue } from '../../storage/rescue/rescue.ts';
import { sha256Of } from '../attachments/sha256.ts';

export type LostThing = Lost | Readonly<{ what: 'bytes' | 'journal'; where: string }>;

/** Each of them is read whole. */
const AT_ONCE = 8;
const FILE_MIME = 'application/octet-stream';

/** As any later import will take it: whole, what its name says, and of a size that is taken. */
async function checkedBytes(blob: Blob, sha256: Sha256Hex): Promise<PictureBytes | null> {
  if (blob.size > BACKUP_LIMITS.pictureBytes) return null;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if ((await sha256Of(bytes)) !== sha256) return null;
  const header = imageHeader(bytes);
  const picture = header !== null && header.width * header.height <= BACKUP_LIMITS.pixels;
  return { blob, bytes: bytes.length, crc32: crc32(bytes), mime: picture ? header.mime : FILE_MIME };
}

/** JSON of a row as it lay there; what JSON cannot say is left out. */
function rowText(row: unknown): string {
  try {
    return JSON.stringify(row) ?? 'null';
  } catch {
    return 'null';
  }
}

type Beside = Readonly<{
  settings: () => Promise<unknown>;
  /** Captures that wait outside the database. */
  journal: () => Promise<readonly unknown[]>;
  /** The plain list of what could not be read. */
  listOf: (lost: readonly LostThing[]) => string;
}>;

/** A damaged store as a backup sees it: what cannot be read is told in `lost`, and nothing of it is an error. */
export function rescueSource(
  rescue: Rescue,
  { settings, journal, listOf }: Beside,
  lost: LostThing[],
): BackupSource {
  const rowsOf = (...kinds: Rescue['raw'][number]['of'][]): readonly unknown[] =>
    rescue.raw.filter(({ of }) => kinds.includes(of)).map(({ row }) => row);
  const lines = (rows: readonly unknown[]): string => rows.map((row) => `${rowText(row)}\n`).join('');
  async function pictureOf(sha256: Sha256Hex): Promise<PictureBytes | null> {
    try {
      const blob = await rescue.blob(sha256);
      const checked = blob === null ? null : await checkedBytes(blob, sha256);
      if (checked !== null) return checked;
    } catch {
      // Its file was lost or damaged; told below.
    }
    lost.push({ what: 'bytes', where: sha256 });
    return null;
  }
  return {
    ledgers: async () => rescue.ledgers,
    lines: (ledger, fromN, limit) => rescue.lines(ledger, fromN, limit),
    pictureHashes: async () =>
      rescue.blobKeys.flatMap((key) => {
        const parsed = sha256Hex.safeParse(key);
        return parsed.success ? [parsed.data] : [];
      }),
    async pictures(hashes) {
      const found: (PictureBytes | null)[] = [];
      for await (const one of ahead(hashes, AT_ONCE, pictureOf)) found.push(one);
      return found;
    },
    settings: () => settings().catch(() => ({})),
    quarantine: async () => rowsOf('quarantine', 'damaged').map((row): unknown => JSON.parse(rowText(row))),
    async more() {
      const waiting = await journal().catch(() => {
        lost.push({ what: 'journal', where: 'storage.local' });
        return [];
      });
      const texts = [
        ['unlinked.jsonl', lines(rowsOf('unlinked'))],
        ['unfinished.jsonl', lines(rowsOf('unfinished'))],
        ['journal.jsonl', lines(waiting)],
        ['UNREADABLE.txt', listOf(lost).replaceAll('\n', '\r\n')],
      ] as const;
      return texts.filter(([, text]) => text !== '').map(([path, text]) => ({ path, text }));
    },
  };
}
