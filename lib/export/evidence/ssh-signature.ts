import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from '../parts/base64.ts';

/** What signs a pack: the raw Ed25519 key (32 bytes) and a way to sign (64 bytes). The private half never leaves the browser. */
export type Signer = Readonly<{
  publicKey: Uint8Array;
  sign(data: Uint8Array): Promise<Uint8Array>;
}>;

/** The purpose a signature was made for: one made for anything else does not verify here. */
export const NAMESPACE = 'casebook';
/** Who signed, in the list that `ssh-keygen` reads. It names nobody: the fingerprint does. */
export const PRINCIPAL = 'reporter';

const MAGIC = utf8ToBytes('SSHSIG');
const HASH = 'sha512';
const KEY_TYPE = 'ssh-ed25519';
/** The head of an Ed25519 public key in SPKI form (RFC 8410); the 32 bytes of the key follow. */
const SPKI = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** A string of the SSH wire format (RFC 4251 §5): its length, then its bytes. */
function field(value: string | Uint8Array): Uint8Array {
  const bytes = typeof value === 'string' ? utf8ToBytes(value) : value;
  return concatBytes(uint32(bytes.length), bytes);
}

const keyBlob = (publicKey: Uint8Array): Uint8Array => concatBytes(field(KEY_TYPE), field(publicKey));

function wrapped(base64: string, columns: number): string {
  const lines: string[] = [];
  for (let at = 0; at < base64.length; at += columns) lines.push(base64.slice(at, at + columns));
  return lines.join('\n');
}

/** `SHA256:…` as ssh-keygen prints it. */
export function fingerprint(publicKey: Uint8Array): string {
  return `SHA256:${toBase64(sha256(keyBlob(publicKey))).replace(/=+$/, '')}`;
}

/** A line of an allowed signers file (ssh-keygen(1)). */
export function allowedSigners(publicKey: Uint8Array): string {
  return `${PRINCIPAL} namespaces="${NAMESPACE}" ${KEY_TYPE} ${toBase64(keyBlob(publicKey))}\n`;
}

/** The public key as openssl reads it. */
export function publicKeyPem(publicKey: Uint8Array): string {
  const base64 = toBase64(concatBytes(SPKI, publicKey));
  return `-----BEGIN PUBLIC KEY-----\n${wrapped(base64, 64)}\n-----END PUBLIC KEY-----\n`;
}

/** A signature in OpenSSH's own form (PROTOCOL.sshsig), armoured. */
export async function sshSignature(message: Uint8Array<ArrayBuffer>, signer: Signer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-512', message));
  const [namespace, reserved, hash] = [field(NAMESPACE), field(''), field(HASH)];
  const signed = await signer.sign(concatBytes(MAGIC, namespace, reserved, hash, field(digest)));
  const signature = field(concatBytes(field(KEY_TYPE), field(signed)));
  const key = field(keyBlob(signer.publicKey));
  const blob = concatBytes(MAGIC, uint32(1), key, namespace, reserved, hash, signature);
  return `-----BEGIN SSH SIGNATURE-----\n${wrapped(toBase64(blob), 70)}\n-----END SSH SIGNATURE-----\n`;
}

/** The 32 bytes of an Ed25519 key as `publicKeyPem` writes it; null for anything else. */
export function publicKeyOf(pem: string): Uint8Array<ArrayBuffer> | null {
  const body = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]{1,200})-----END PUBLIC KEY-----\n$/.exec(
    pem,
  )?.[1];
  const bytes = body === undefined ? null : fromBase64(body.replaceAll('\n', ''));
  if (bytes?.length !== SPKI.length + 32 || SPKI.some((byte, i) => bytes[i] !== byte)) return null;
  return bytes.slice(SPKI.length);
}

type Bytes = Uint8Array<ArrayBuffer>;

/** What an armoured signature says, and the bytes that it was made over if it is one of `message`; null: it is none. */
export async function readSshSignature(
  armour: string,
  message: Bytes,
): Promise<Readonly<{ namespace: string; publicKey: Bytes; signature: Bytes; signed: Bytes }> | null> {
  const body =
    /^-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]{1,2000})-----END SSH SIGNATURE-----\n$/.exec(
      armour,
    )?.[1];
  const bytes = body === undefined ? null : fromBase64(body.replaceAll('\n', ''));
  const head = concatBytes(MAGIC, uint32(1));
  if (bytes === null || head.some((byte, i) => bytes[i] !== byte)) return null;
  const [key, namespace, reserved, hash, signature, ...more] = fieldsOf(bytes.slice(head.length)) ?? [];
  if (!key || !namespace || !reserved || !hash || !signature || more.length > 0) return null;
  const [type, publicKey] = fieldsOf(key) ?? [];
  const [signedBy, raw] = fieldsOf(signature) ?? [];
  const text = (part: Bytes | undefined): string => new TextDecoder().decode(part);
  if (text(type) !== KEY_TYPE || text(signedBy) !== KEY_TYPE || text(hash) !== HASH) return null;
  if (publicKey?.length !== 32 || raw?.length !== 64) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-512', message));
  const signed = concatBytes(MAGIC, field(namespace), field(reserved), field(hash), field(digest));
  return { namespace: text(namespace), publicKey, signature: raw, signed: new Uint8Array(signed) };
}

/** Strings of the SSH wire format one after the other; null where they do not end with the bytes. */
function fieldsOf(bytes: Bytes): Bytes[] | null {
  const fields: Bytes[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length;) {
    if (at + 4 > bytes.length) return null;
    const end = at + 4 + view.getUint32(at);
    if (end > bytes.length) return null;
    fields.push(bytes.slice(at + 4, end));
    at = end;
  }
  return fields;
}
