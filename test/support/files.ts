import { PNG } from 'pngjs';

/** Files as they are chosen, dropped and pasted: honest ones and such that want harm. */

type Bytes = Uint8Array<ArrayBuffer>;

export const textBytes = (text: string): Bytes => new TextEncoder().encode(text);

export function joinBytes(...parts: readonly (Uint8Array | readonly number[] | string)[]): Bytes {
  const bytes = parts.map((part) =>
    typeof part === 'string' ? Uint8Array.from(part, (c) => c.charCodeAt(0)) : Uint8Array.from(part),
  );
  const whole = new Uint8Array(bytes.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of bytes) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}

/** A real PNG of one colour. */
export function pngBytes(width: number, height: number): Bytes {
  const png = new PNG({ width, height });
  png.data.fill(0x80);
  return new Uint8Array(PNG.sync.write(png));
}

function u32(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

export function pngChunk(kind: string, data: Uint8Array | string): Bytes {
  const body = joinBytes(kind, data);
  return joinBytes(u32(body.length - 4), body, u32(crc(body)));
}

/** A picture with a chunk of text before its end, and something behind its end. */
export function pngWith(picture: Bytes, text: string, tail: string): Bytes {
  const end = picture.length - 12;
  return joinBytes(picture.slice(0, end), pngChunk('tEXt', `Comment\0${text}`), picture.slice(end), tail);
}

/** 60,000 × 60,000 pixels in a hundred bytes. */
export function pngBomb(): Bytes {
  const header = joinBytes(u32(60_000), u32(60_000), [1, 0, 0, 0, 0]);
  return joinBytes(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    pngChunk('IHDR', header),
    pngChunk('IDAT', joinBytes([0x78, 0x9c, 0x03, 0, 0, 0, 0, 1])),
    pngChunk('IEND', ''),
  );
}

/** The segments of a JPEG without coded data that could be drawn. */
export function jpegBytes(
  options: Readonly<{ width: number; height: number; orientation?: number; gps?: string; tail?: string }>,
): Bytes {
  const { width, height, orientation, gps = '', tail = '' } = options;
  const two = (value: number): number[] => [value >>> 8, value & 255];
  const segment = (marker: number, body: Uint8Array): Bytes =>
    joinBytes([0xff, marker, ...two(body.length + 2)], body);
  const tiff = joinBytes(
    'MM\0*',
    u32(8),
    two(1),
    [...two(0x0112), ...two(3), ...u32(1), ...two(orientation ?? 1), 0, 0],
    u32(0),
    gps,
  );
  return joinBytes(
    [0xff, 0xd8],
    segment(0xe0, joinBytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    segment(0xe1, joinBytes('Exif\0\0', tiff)),
    segment(0xfe, joinBytes('a comment')),
    segment(0xc0, joinBytes([8], two(height), two(width), [1, 1, 0x11, 0])),
    segment(0xda, joinBytes([1, 1, 0, 0, 63, 0])),
    [1, 2, 3, 0xff, 0x00, 4],
    [0xff, 0xd9],
    tail,
  );
}

/** One frame of one colour. Its codes are never packed: the table is cleared before it would grow. */
export function gifBytes(width: number, height: number): Bytes {
  const two = (value: number): number[] => [value & 255, value >>> 8];
  const [clear, end] = [4, 5];
  // What claims to be huge is only to be claimed.
  const pixels = Math.min(width * height, 4000);
  const codes = Array.from({ length: pixels }, (_, i) => (i % 2 === 0 ? [clear, 0] : [0])).flat();
  const bits = [...codes, end].flatMap((code) => [code & 1, (code >> 1) & 1, code >> 2]);
  const data = Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((byte, bit, at) => byte | (bit << at), 0),
  );
  const blocks: number[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.slice(at, at + 255);
    blocks.push(block.length, ...block);
  }
  return joinBytes(
    'GIF89a',
    [...two(width), ...two(height), 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    [0x2c, 0, 0, 0, 0, ...two(width), ...two(height), 0, 2, ...blocks, 0, 0x3b],
  );
}

export const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="window.__xss=1"><script>window.__xss=1</script><image href="http://sink.invalid/p.png"/></svg>`;
export const PAGE = `<!doctype html><script>window.__xss=1</script><img src=x onerror=window.__xss=1><iframe src="http://sink.invalid/"></iframe>`;

export function mailText(body: string, extra = ''): string {
  return [
    'Received: from mx.provider.example by mail.example.org; Mon, 23 Nov 2026 14:02:05 +0100',
    'From: =?utf-8?Q?J=C3=B6rg_Support?= <support@provider.example>',
    'To: anna@example.org',
    'Date: Mon, 23 Nov 2026 14:02:00 +0100',
    'Subject: Re: Invoices return 503',
    'Message-ID: <4711@provider.example>',
    ...(extra === '' ? [] : [extra]),
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(body).toString('base64'),
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>${body}</p><script>window.__xss=1</script><img src="http://sink.invalid/p.png">`,
    '--b--',
    '',
  ].join('\r\n');
}

type Pair = Readonly<{ name: string; value: string }>;

export function harText(
  options: Readonly<{
    headers?: readonly Pair[];
    cookies?: readonly Pair[];
    url?: string;
    body?: string;
  }> = {},
): string {
  const {
    headers = [],
    cookies = [],
    url = 'https://portal.example/api/orders?page=2',
    body = '{}',
  } = options;
  const size = { headersSize: -1, bodySize: -1 };
  return JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'Test', version: '1' },
      entries: [
        {
          startedDateTime: '2026-11-23T13:02:05.000Z',
          time: 12,
          request: { method: 'GET', url, httpVersion: 'h2', cookies, headers, queryString: [], ...size },
          response: {
            status: 503,
            statusText: 'Service Unavailable',
            httpVersion: 'h2',
            cookies: [],
            headers: [],
            content: { size: body.length, mimeType: 'application/json', text: body },
            redirectURL: '',
            ...size,
          },
          cache: {},
          timings: { send: 0, wait: 12, receive: 0 },
        },
      ],
    },
  });
}
