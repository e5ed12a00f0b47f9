import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';

/** One entry of a zip, opened by nothing of ours and nothing of the library that wrote it. */
export type Opened = Readonly<{
  name: string;
  strength: number;
  version: number;
  crc: number;
  bytes: Buffer;
}>;

const CENTRAL = Buffer.from('PK\u0001\u0002', 'latin1');
const KEY = 32;

/** The key stream of WinZip's AES: the counter begins with 1 and its lowest byte stands first. */
function keyStream(key: Buffer, length: number): Buffer {
  const counters = Buffer.alloc(Math.ceil(length / 16) * 16);
  for (let block = 0; block * 16 < counters.length; block += 1) counters.writeUInt32LE(block + 1, block * 16);
  const cipher = createCipheriv('aes-256-ecb', key, null);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(counters), cipher.final()]);
}

/**
 * Opens the first entry as WinZip specifies it ("AES Encryption Information", 1.04), with OpenSSL doing the work. Throws
 * on a wrong password, and where the authentication code does not fit.
 */
export function openWithOpenssl(zip: Buffer, password: string): Opened {
  const at = zip.lastIndexOf(CENTRAL);
  const [nameBytes, extraBytes] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
  if (zip.readUInt16LE(at + 10) !== 99 || (zip.readUInt16LE(at + 8) & 1) === 0)
    throw new Error('not encrypted');
  const extra = zip.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes);
  const aes = extra.indexOf(Buffer.from([0x01, 0x99, 0x07, 0x00]));
  const [packed, offset] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const data = zip.subarray(start, start + packed);
  const keys = pbkdf2Sync(password, data.subarray(0, 16), 1000, 2 * KEY + 2, 'sha1');
  if (!keys.subarray(2 * KEY).equals(data.subarray(16, 18))) throw new Error('wrong password');
  const sealed = data.subarray(18, -10);
  const code = createHmac('sha1', keys.subarray(KEY, 2 * KEY))
    .update(sealed)
    .digest();
  if (!code.subarray(0, 10).equals(data.subarray(-10))) throw new Error('changed');
  const stream = keyStream(keys.subarray(0, KEY), sealed.length);
  return {
    name: zip.toString('utf8', at + 46, at + 46 + nameBytes),
    version: extra.readUInt16LE(aes + 4),
    strength: extra.readUInt8(aes + 8),
    crc: zip.readUInt32LE(at + 16),
    bytes: Buffer.from(sealed.map((byte, index) => byte ^ (stream[index] ?? 0))),
  };
}

export const bufferOf = async (blob: Blob): Promise<Buffer<ArrayBuffer>> =>
  Buffer.from(await blob.arrayBuffer());
