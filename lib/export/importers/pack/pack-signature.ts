import { NAMESPACE, fingerprint, publicKeyOf, readSshSignature } from '../../evidence/ssh-signature.ts';
import { utf8Of, wholeBytes } from '../checked-bytes.ts';
import { Refusal } from '../refusal.ts';
import type { OpenEntry } from '../zip-reader.ts';

/** `unchecked`: this browser cannot check such signatures. `key`: its fingerprint as ssh-keygen prints it. */
export type PackSignature =
  Readonly<{ state: 'none' }> | Readonly<{ state: 'valid' | 'unchecked'; key: string }>;

const SMALL = 4096;

/**
 * Checks both forms of the signature over the sums. A pack that says it is signed and is not, or whose signature is of
 * other sums or another key than it names, throws `Refusal`. Whose key it is, no file can say.
 */
export async function checkSignature(
  files: ReadonlyMap<string, OpenEntry>,
  sums: Uint8Array<ArrayBuffer>,
  named: string | null,
): Promise<PackSignature> {
  const read = async (path: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const file = files.get(path);
    return file === undefined ? null : wholeBytes(file, SMALL);
  };
  const raw = await read('SHA256SUMS.sig');
  const pem = await read('signing-key.pem');
  const ssh = await read('SHA256SUMS.sshsig');
  if (named === null) {
    if (raw !== null || pem !== null || ssh !== null) throw new Refusal('bad-signature', 'manifest.json');
    return { state: 'none' };
  }
  if (raw === null || pem === null || ssh === null) throw new Refusal('bad-signature', 'SHA256SUMS.sig');
  const key = publicKeyOf(utf8Of(pem, 'signing-key.pem'));
  if (key === null || fingerprint(key) !== named) throw new Refusal('bad-signature', 'signing-key.pem');
  const armoured = await readSshSignature(utf8Of(ssh, 'SHA256SUMS.sshsig'), sums);
  if (armoured === null || armoured.namespace !== NAMESPACE || fingerprint(armoured.publicKey) !== named)
    throw new Refusal('bad-signature', 'SHA256SUMS.sshsig');
  const verify = await verifier(key);
  if (verify === null) return { state: 'unchecked', key: named };
  if (!(await verify(raw, sums))) throw new Refusal('bad-signature', 'SHA256SUMS.sig');
  if (!(await verify(armoured.signature, armoured.signed)))
    throw new Refusal('bad-signature', 'SHA256SUMS.sshsig');
  return { state: 'valid', key: named };
}

type Bytes = Uint8Array<ArrayBuffer>;

/** null: not known to this browser. */
async function verifier(raw: Bytes): Promise<((signature: Bytes, data: Bytes) => Promise<boolean>) | null> {
  const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']).catch(() => null);
  if (key === null) return null;
  return (signature, data) => crypto.subtle.verify('Ed25519', key, signature, data);
}
