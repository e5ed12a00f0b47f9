/** Bytes of the zip records that Casebook writes: stored entries only. Source: PKWARE APPNOTE 6.3.10, 4.3–4.5. */
export const SIGNATURE = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
};
export const MAX32 = 0xffff_ffff;
export const MAX16 = 0xffff;

/** 1980-01-01 00:00:00: the same content gives the same bytes, whenever it is exported. */
const DOS_TIME = 0;
const DOS_DATE = (1 << 5) | 1;
const UTF8_NAMES = 0x0800;
const VERSION = 20;
const VERSION_ZIP64 = 45;
/** Unix, so that unpacked files get sane permissions: regular file, rw-r--r--. */
const MADE_BY = 3 << 8;
const FILE_MODE = 0o100644 * 0x1_0000;

export type ZipRecord = Readonly<{ name: Uint8Array; bytes: number; crc32: number; offset: number }>;

function record(length: number): { bytes: Uint8Array<ArrayBuffer>; view: DataView } {
  const bytes = new Uint8Array(length);
  return { bytes, view: new DataView(bytes.buffer) };
}

/** Extra field 0x0001 with those of the values that do not fit into 32 bits; in the fixed order of the standard. */
function zip64Extra(values: readonly number[]): Uint8Array {
  if (values.length === 0) return new Uint8Array();
  const { bytes, view } = record(4 + values.length * 8);
  view.setUint16(0, 0x0001, true);
  view.setUint16(2, values.length * 8, true);
  values.forEach((value, index) => view.setBigUint64(4 + index * 8, BigInt(value), true));
  return bytes;
}

export function localHeader({ name, bytes: size, crc32 }: ZipRecord): Uint8Array<ArrayBuffer> {
  const large = size >= MAX32;
  const extra = zip64Extra(large ? [size, size] : []);
  const { bytes, view } = record(30 + name.length + extra.length);
  view.setUint32(0, SIGNATURE.local, true);
  view.setUint16(4, large ? VERSION_ZIP64 : VERSION, true);
  view.setUint16(6, UTF8_NAMES, true);
  view.setUint16(8, 0, true);
  view.setUint16(10, DOS_TIME, true);
  view.setUint16(12, DOS_DATE, true);
  view.setUint32(14, crc32, true);
  view.setUint32(18, large ? MAX32 : size, true);
  view.setUint32(22, large ? MAX32 : size, true);
  view.setUint16(26, name.length, true);
  view.setUint16(28, extra.length, true);
  bytes.set(name, 30);
  bytes.set(extra, 30 + name.length);
  return bytes;
}

export function centralHeader({ name, bytes: size, crc32, offset }: ZipRecord): Uint8Array<ArrayBuffer> {
  const largeSize = size >= MAX32;
  const far = offset >= MAX32;
  const extra = zip64Extra([...(largeSize ? [size, size] : []), ...(far ? [offset] : [])]);
  const { bytes, view } = record(46 + name.length + extra.length);
  view.setUint32(0, SIGNATURE.central, true);
  view.setUint16(4, MADE_BY | VERSION_ZIP64, true);
  view.setUint16(6, largeSize || far ? VERSION_ZIP64 : VERSION, true);
  view.setUint16(8, UTF8_NAMES, true);
  view.setUint16(12, DOS_TIME, true);
  view.setUint16(14, DOS_DATE, true);
  view.setUint32(16, crc32, true);
  view.setUint32(20, largeSize ? MAX32 : size, true);
  view.setUint32(24, largeSize ? MAX32 : size, true);
  view.setUint16(28, name.length, true);
  view.setUint16(30, extra.length, true);
  view.setUint32(38, FILE_MODE, true);
  view.setUint32(42, far ? MAX32 : offset, true);
  bytes.set(name, 46);
  bytes.set(extra, 46 + name.length);
  return bytes;
}

export type Directory = Readonly<{ entries: number; offset: number; bytes: number }>;

/** The end of the archive; with the ZIP64 records where a number does not fit the classic one. */
export function endRecords({ entries, offset, bytes: size }: Directory): Uint8Array<ArrayBuffer>[] {
  const out: Uint8Array<ArrayBuffer>[] = [];
  const large = entries >= MAX16 || offset >= MAX32 || size >= MAX32;
  if (large) {
    const end64 = record(56);
    end64.view.setUint32(0, SIGNATURE.end64, true);
    end64.view.setBigUint64(4, 44n, true);
    end64.view.setUint16(12, MADE_BY | VERSION_ZIP64, true);
    end64.view.setUint16(14, VERSION_ZIP64, true);
    end64.view.setBigUint64(24, BigInt(entries), true);
    end64.view.setBigUint64(32, BigInt(entries), true);
    end64.view.setBigUint64(40, BigInt(size), true);
    end64.view.setBigUint64(48, BigInt(offset), true);
    const locator = record(20);
    locator.view.setUint32(0, SIGNATURE.locator64, true);
    locator.view.setBigUint64(8, BigInt(offset + size), true);
    locator.view.setUint32(16, 1, true);
    out.push(end64.bytes, locator.bytes);
  }
  const end = record(22);
  end.view.setUint32(0, SIGNATURE.end, true);
  end.view.setUint16(8, Math.min(entries, MAX16), true);
  end.view.setUint16(10, Math.min(entries, MAX16), true);
  end.view.setUint32(12, Math.min(size, MAX32), true);
  end.view.setUint32(16, Math.min(offset, MAX32), true);
  out.push(end.bytes);
  return out;
}
