import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The file for a time stamp authority, and where its answer belongs. */
export const REQUEST = 'SHA256SUMS.tsq';
export const ANSWER = 'SHA256SUMS.tsr';

/**
 * DER (X.690) of a TimeStampReq (RFC 3161 §2.4.1), as hex, around what changes: `before` the imprint SEQUENCE of 67 bytes
 * { INTEGER 1, { { 2.16.840.1.101.3.4.2.1, NULL }, OCTET STRING of 32; `between` INTEGER of 8 bytes, the first of them 0x40,
 * so that it is positive and none is superfluous; `after` the seven others certReq TRUE: the answer brings its certificate.
 */
export const REQUEST_HEX = {
  before: '30430201013031300d060960864801650304020105000420',
  between: '020840',
  after: '0101ff',
} as const;

/**
 * A request for a time stamp over these bytes, as an authority takes it. Only their SHA-256 is in it. The nonce follows from
 * that hash, so that the same pack has the same request and a changed one is noticed: it ties the answer to this request,
 * it keeps nothing secret.
 */
export function timeStampRequest(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const imprint = bytesToHex(sha256(message));
  const nonce = bytesToHex(sha256(utf8ToBytes(imprint))).slice(0, 14);
  const { before, between, after } = REQUEST_HEX;
  return new Uint8Array(hexToBytes(`${before}${imprint}${between}${nonce}${after}`));
}
