import type { Instant, LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import { canonicalText } from '../../domain/ledger/canonical.ts';
import type { ExportHead } from '../model/export-file.ts';
import type { EarlierExport } from './pack-source.ts';

export const PACK_FORMAT = 'casebook-pack/1';

/** Which numbers of a ledger are in the pack and in which way; every number stands in exactly one list. */
export type LedgerContents = Readonly<{
  ledger: LedgerId;
  own: boolean;
  length: number;
  head: Sha256Hex;
  /** Whole, in `records/`. */
  included: readonly number[];
  /** Only as a reduced copy, in `derived/`. */
  redacted: readonly number[];
  withheld: readonly number[];
  /** Erased from the log for good; hash and link stay. */
  deleted: readonly number[];
  previousExport: EarlierExport | null;
}>;

/** RFC 8785 text of manifest.json. */
export function packManifest(
  head: ExportHead,
  ledgers: readonly LedgerContents[],
  keyFingerprint: string | null,
): string {
  const { exportedAt, zone, application, leftOut, masked, summary } = head;
  const at: Instant = exportedAt;
  return canonicalText({
    format: PACK_FORMAT,
    tool: application.name,
    toolVersion: application.version,
    exportedAt: at,
    timezone: zone,
    ledgers,
    leftOut,
    masked,
    issues: summary.issues,
    keyFingerprint,
  });
}
