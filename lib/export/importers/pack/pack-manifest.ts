import { z } from '../../../domain/z.ts';
import { canonicalText } from '../../../domain/ledger/canonical.ts';
import { count, instant, ledgerId, sha256Hex, text } from '../../../domain/ledger/primitives.ts';
import type { Sha256Hex } from '../../../domain/ledger/primitives.ts';
import { BACKUP_LIMITS } from '../../backup/backup-format.ts';
import { PACK_FORMAT } from '../../evidence/pack-manifest.ts';
import { hashOf, utf8Of, wholeBytes } from '../checked-bytes.ts';
import { parseGuarded } from '../json-guard.ts';
import { Refusal } from '../refusal.ts';
import type { OpenEntry } from '../zip-reader.ts';

const numbers = z.array(z.int().check(z.positive()));

/** What is read of a pack's manifest; the rest of it is for people. */
const packManifest = z.object({
  format: z.literal(PACK_FORMAT),
  tool: text(60),
  toolVersion: text(40),
  exportedAt: instant,
  keyFingerprint: z.nullable(text(80)),
  ledgers: z.array(
    z.object({
      ledger: ledgerId,
      length: count,
      head: sha256Hex,
      included: numbers,
      redacted: numbers,
      withheld: numbers,
      deleted: numbers,
    }),
  ),
});
export type ReadManifest = z.infer<typeof packManifest>;

/** Every number stands in exactly one list, and no ledger stands twice. */
function isComplete({ ledgers }: ReadManifest): boolean {
  if (new Set(ledgers.map(({ ledger }) => ledger)).size !== ledgers.length) return false;
  return ledgers.every(({ length, included, redacted, withheld, deleted }) => {
    const all = [...included, ...redacted, ...withheld, ...deleted];
    return all.length === length && new Set(all).size === length && all.every((n) => n <= length);
  });
}

export async function readPackManifest(
  file: OpenEntry,
): Promise<Readonly<{ manifest: ReadManifest; sha256: Sha256Hex }>> {
  const bytes = await wholeBytes(file, BACKUP_LIMITS.manifestBytes);
  const source = utf8Of(bytes, file.path);
  const guarded = parseGuarded(source, BACKUP_LIMITS.depth);
  if (!guarded.ok) throw new Refusal(guarded.code, file.path);
  const parsed = packManifest.safeParse(guarded.value);
  if (!parsed.success) {
    const newer = /"format":"casebook-pack\/(?!1")\d{1,4}"/.test(source);
    throw new Refusal(newer ? 'newer-version' : 'bad-manifest', file.path);
  }
  if (!isCanonical(guarded.value, source) || !isComplete(parsed.data))
    throw new Refusal('bad-manifest', file.path);
  return { manifest: parsed.data, sha256: await hashOf(bytes) };
}

/** A manifest is signed byte for byte: one that says the same in other bytes was not written by Casebook. */
function isCanonical(value: unknown, source: string): boolean {
  try {
    return canonicalText(value) === source;
  } catch {
    return false;
  }
}
