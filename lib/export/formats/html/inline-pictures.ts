import type { Sha256Hex } from '../../../domain/ledger/primitives.ts';
import { pictureExtension } from '../../model/picture-file.ts';
import { toBase64 } from '../../parts/base64.ts';
import type { TextOut } from '../../parts/text-parts.ts';
import type { PictureBytes } from '../../source.ts';

/** Quotes in texts are written as `&quot;`, so only our own attribute can look like this. */
const PLACE = /src="picture:([0-9a-f]{64})"/;

/** What stands in `src` until the picture itself is put there. */
export function placeOf(sha256: Sha256Hex): string {
  return `picture:${sha256}`;
}

type Out = Readonly<{ out: TextOut; picture(sha256: Sha256Hex): Promise<PictureBytes | null> }>;

/** Writes rendered HTML, putting in pictures as `data:` one by one where they belong. Throws where one is gone meanwhile. */
export async function writeWithPictures(html: string, { out, picture }: Out): Promise<void> {
  const pieces = html.split(PLACE);
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 0) {
      out.write(piece);
      continue;
    }
    const found = await picture(piece);
    if (found === null) throw new Error(`The picture ${piece} could be read a moment ago and is gone now.`);
    const mime = pictureExtension(found.mime) === null ? 'image/jpeg' : found.mime;
    out.write(`src="data:${mime};base64,`);
    out.write(toBase64(new Uint8Array(await found.blob.arrayBuffer())));
    out.write('"');
  }
}
