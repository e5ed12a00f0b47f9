import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The file for a time stamp authority, and where its answer belongs. */
export const REQUEST = 'SHA256SUMS.tsq';
export const ANSWER = 'SHA256SUMS.tsr';

// DER (X.690) of what never changes in a TimeStampReq (RFC 3161 §2.4.1) of this length.
/** SEQUENCE of 67 bytes { INTEGER 1, MessageImprint { AlgorithmIdentifier { 2.16.840.1.101.3.4.2.1, NULL }, OCTET STRING of 32 … */
const HEAD = Uint8Array.of(
  ...[0x30, 0x43, 0x02, 0x01, 0x01, 0x30, 0x31, 0x30, 0x0d, 0x06, 0x09],
  ...[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20],
);
/** … INTEGER of 8 … */
const NONCE = Uint8Array.of(0x02, 0x08);
/** … certReq TRUE }: the answer brings the certificate that it is checked with. */
const WITH_CERTIFICATE = Uint8Array.of(0x01, 0x01, 0xff);
const PURPOSE = utf8ToBytes('casebook time stamp\n');

/**
 * A request for a time stamp over these bytes, as an authority takes it. Only their SHA-256 is in it. The nonce follows from
 * that hash, so that the same pack has the same request: it ties the answer to this request, it keeps nothing secret.
 */
export function timeStampRequest(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const imprint = sha256(message);
  const nonce = sha256(concatBytes(PURPOSE, imprint)).slice(0, 8);
  // Positive and of 8 bytes whatever the hash is: DER knows no leading zeros.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  return new Uint8Array(concatBytes(HEAD, imprint, NONCE, nonce, WITH_CERTIFICATE));
}
