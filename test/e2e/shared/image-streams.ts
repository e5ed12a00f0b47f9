/** What a picture's file consists of, read here without a line of the program's own code. */
export interface Streams {
  /** Names of its parts in order. */
  readonly parts: readonly string[];
  /** Bytes behind the end of the picture. */
  readonly trailing: number;
}

/** What may be in an exported picture at all: nothing that tells of camera, place, program or colours of a device. */
export const ALLOWED_PARTS =
  /^(?:IHDR|PLTE|tRNS|IDAT|IEND|SOI|APP0 JFIF|APP14 Adobe|DQT|SOF\d+|DHT|DRI|SOS|EOI|RIFF|VP8 |VP8L)$/;

export function streamsOf(file: Buffer): Streams {
  if (file.readUInt32BE(0) === 0x89504e47) return png(file);
  if (file.readUInt16BE(0) === 0xffd8) return jpeg(file);
  if (file.toString('latin1', 0, 4) === 'RIFF') return webp(file);
  throw new Error('This is none of the three formats.');
}

function png(file: Buffer): Streams {
  const parts: string[] = [];
  let at = 8;
  while (at < file.length) {
    const kind = file.toString('latin1', at + 4, at + 8);
    parts.push(kind);
    at += 12 + file.readUInt32BE(at);
    if (kind === 'IEND') break;
  }
  return { parts, trailing: file.length - at };
}

const JPEG_NAMES: Readonly<Record<number, string>> = {
  0xc4: 'DHT',
  0xda: 'SOS',
  0xdb: 'DQT',
  0xdd: 'DRI',
  0xfe: 'COM',
};

function jpeg(file: Buffer): Streams {
  const parts = ['SOI'];
  let at = 2;
  while (at < file.length) {
    const marker = file.readUInt8(at + 1);
    if (marker === 0xd9) {
      parts.push('EOI');
      return { parts, trailing: file.length - at - 2 };
    }
    const length = file.readUInt16BE(at + 2);
    if (marker >= 0xe0 && marker <= 0xef)
      parts.push(`APP${marker - 0xe0} ${file.toString('latin1', at + 4, at + 4 + 5).replace(/\0.*/, '')}`);
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4) parts.push(`SOF${marker - 0xc0}`);
    else parts.push(JPEG_NAMES[marker] ?? `marker ${marker.toString(16)}`);
    at += 2 + length;
    if (marker === 0xda) {
      while (at < file.length - 1) {
        const next = file.readUInt8(at + 1);
        if (file.readUInt8(at) === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) break;
        at += 1;
      }
    }
  }
  return { parts, trailing: Number.NaN };
}

function webp(file: Buffer): Streams {
  const parts = ['RIFF'];
  const end = file.readUInt32LE(4) + 8;
  let at = 12;
  while (at < end) {
    parts.push(file.toString('latin1', at, at + 4));
    const size = file.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return { parts, trailing: file.length - end };
}
