/** Bytes of an archive that our own writer made, changed where no packing program would: places of APPNOTE 4.3.7, 4.3.12, 4.3.16. */
export type Surgery = (zip: DataView, central: readonly number[], end: number) => void;

const CENTRAL = 0x02014b50;
const END_BYTES = 22;

/** `central`: where the lines of the directory begin; `end`: where its end record does. The archive has no comment. */
export async function operatedOn(good: Blob, cut: Surgery): Promise<Blob> {
  const bytes = new Uint8Array(await good.arrayBuffer());
  const zip = new DataView(bytes.buffer);
  const end = bytes.length - END_BYTES;
  const central: number[] = [];
  let at = zip.getUint32(end + 16, true);
  while (zip.getUint32(at, true) === CENTRAL) {
    central.push(at);
    at += 46 + zip.getUint16(at + 28, true) + zip.getUint16(at + 30, true) + zip.getUint16(at + 32, true);
  }
  cut(zip, central, end);
  return new Blob([bytes]);
}

const localOf = (zip: DataView, line: number): number => zip.getUint32(line + 42, true);

export const SURGERIES: readonly Readonly<{ id: string; what: string; cut: Surgery }>[] = [
  {
    id: 'I20',
    what: 'a link instead of a file',
    cut: (zip, [first = 0]) => zip.setUint32(first + 38, 0o120777 * 0x1_0000, true),
  },
  {
    id: 'I20',
    what: 'a name with U+0000',
    cut(zip, [first = 0]) {
      zip.setUint8(first + 46 + 1, 0);
      zip.setUint8(localOf(zip, first) + 30 + 1, 0);
    },
  },
  {
    id: 'I21',
    what: 'a size that is a lie',
    cut(zip, [first = 0]) {
      for (const place of [20, 24])
        zip.setUint32(first + place, zip.getUint32(first + place, true) - 1, true);
    },
  },
  {
    id: 'I22',
    what: 'files that lie over one another',
    cut: (zip, [first = 0, second = 0]) => zip.setUint32(second + 42, localOf(zip, first) + 8, true),
  },
  {
    id: 'I22',
    what: 'another name in front of a file than in the directory',
    cut: (zip, [first = 0]) => zip.setUint8(localOf(zip, first) + 30, 0x4d),
  },
  {
    id: 'I22',
    what: 'more files in its end than in its directory',
    cut(zip, _, end) {
      for (const place of [8, 10]) zip.setUint16(end + place, 60_000, true);
    },
  },
  {
    id: 'I22',
    what: 'a way of packing that nobody knows',
    cut: (zip, [first = 0]) => zip.setUint16(first + 10, 99, true),
  },
];
