import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { BackupSource } from '../backup/write-backup.ts';
import type { Signer } from './ssh-signature.ts';

/** What a pack reads besides the issues: every line of every ledger, and what signs it. */
export type PackSource = Pick<BackupSource, 'ledgers' | 'lines'> &
  Readonly<{
    /** null where the browser cannot make such a key: the pack then says that it is not signed. */
    signer(): Promise<Signer | null>;
  }>;

/** The end of a ledger when something was exported from it before. */
export type EarlierExport = Readonly<{ n: number; link: Sha256Hex }>;
