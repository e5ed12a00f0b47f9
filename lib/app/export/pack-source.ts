import type { PackSource } from '../../export/evidence/pack-source.ts';
import type { Signer } from '../../export/evidence/ssh-signature.ts';
import { storageFailureOf } from '../../storage/failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { backupSource } from '../backup/backup-source.ts';

/** Signs with the key of this profile; null where there is none and none can be made or kept. */
async function signerOf(store: Store): Promise<Signer | null> {
  const pair = await store.signingKey().catch((error: unknown) => {
    // A log that can only be read still leaves, unsigned, and the pack says so.
    if (storageFailureOf(error)) return null;
    throw error;
  });
  if (pair === null) return null;
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
    sign: async (data) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, new Uint8Array(data))),
  };
}

/** The store as an evidence pack sees it. */
export function packSource(store: Store): PackSource {
  const { ledgers, lines } = backupSource(store, async () => null);
  return { ledgers, lines, signer: () => signerOf(store) };
}
