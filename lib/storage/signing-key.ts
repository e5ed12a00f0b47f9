import type { Connection } from './connection.ts';
import type { Database } from './tables.ts';

/**
 * The key that signs packs, made at the first one. Its private half cannot be read out, by nobody: the browser signs
 * with it. null where the browser knows no Ed25519. Whoever loses the database loses the key and gets another one.
 */
export async function signingKey({
  read,
  write,
}: Pick<Connection, 'read' | 'write'>): Promise<CryptoKeyPair | null> {
  const kept = await read(keptKey);
  if (kept !== null) return kept;
  const made = await newKey();
  if (made === null) return null;
  return write(({ dexie, t }) =>
    // Two pages may make one at the same time: the first that is stored stays.
    dexie.transaction('rw', [t.meta], async () => {
      const other = await keptKey({ t });
      if (other === null) await t.meta.put({ key: 'signing-key', pair: made });
      return other ?? made;
    }),
  );
}

async function keptKey({ t }: Pick<Database, 't'>): Promise<CryptoKeyPair | null> {
  const row = await t.meta.get('signing-key');
  return row?.key === 'signing-key' ? row.pair : null;
}

async function newKey(): Promise<CryptoKeyPair | null> {
  try {
    return await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
    throw error;
  }
}
