import { totalMasked } from '../../../../lib/domain/privacy/scrubber/scrubbed.ts';
import { createScrubber } from '../../../../lib/domain/privacy/scrubber.ts';
import { imageHeader } from '../../../../lib/domain/evidence/image-header.ts';
import type { AttachmentPainter, Drawn } from '../../../../lib/app/attachments/painter.ts';
import { prepare } from '../../../../lib/app/attachments/prepare.ts';
import type { Chosen } from '../../../../lib/app/attachments/prepare.ts';
import type { Prepared, Refused } from '../../../../lib/app/attachments/prepared.ts';
import { jpegBytes, pngBytes } from '../../../support/files.ts';

const scrubber = createScrubber({ secret: new Uint8Array(32).fill(7) });

export const masks = {
  text: (value: string) => {
    const said = scrubber.text(value);
    return { value: said.value, masked: totalMasked(said.masked) };
  },
  url: (value: string) => {
    const said = scrubber.url(value);
    return { value: said.value, masked: totalMasked(said.masked) };
  },
};

export type Painted = Readonly<{ decoded: Blob[]; painter: AttachmentPainter }>;

/** Decodes by the header alone and encodes another picture of that size. */
export function painted(options: Readonly<{ fails?: boolean; turned?: boolean }> = {}): Painted {
  const decoded: Blob[] = [];
  const painter: AttachmentPainter = {
    async decode(blob): Promise<Drawn> {
      decoded.push(blob);
      if (options.fails === true) throw new DOMException('cannot be decoded', 'InvalidStateError');
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const view = new DataView(bytes.buffer);
      const gif = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
      const { width, height } = imageHeader(bytes) ?? gif;
      const turned = options.turned === true ? { width: height, height: width } : { width, height };
      return { ...turned, close: () => undefined };
    },
    encode: ({ width, height }, mime) =>
      Promise.resolve(mime === 'image/png' ? pngBytes(width, height) : jpegBytes({ width, height })),
  };
  return { decoded, painter };
}

export async function looked(
  bytes: Uint8Array<ArrayBuffer>,
  name = 'file',
  painter: AttachmentPainter = painted().painter,
): Promise<Prepared | Refused> {
  const chosen: Chosen = Object.assign(new Blob([bytes], { type: 'text/html' }), { name });
  return prepare(chosen, { masking: { ...masks, pause: () => null }, painter });
}

/** The prepared file, or the test fails with the reason. */
export async function taken(...args: Parameters<typeof looked>): Promise<Prepared> {
  const result = await looked(...args);
  if ('ok' in result) throw new Error(`Expected a file, got ${result.code}.`);
  return result;
}

export const storedText = (prepared: Prepared): Promise<string> => prepared.blob.blob.text();
