import { visibleText } from '../../../domain/privacy/display.ts';
import { zonedTime } from '../../../export/model/local-time.ts';
import type { Block } from '../../../export/packs/doc.ts';
import type { Described, PackContext } from '../context.ts';
import { presentPictures, type PackPicture } from '../pack-pictures.ts';

type Shown = Pick<PackContext, 'pictures' | 'order'>;

/** Pictures of an issue that are chosen, with those that cannot be read. */
export function chosenPictures(
  { row }: Pick<Described, 'row'>,
  { pictures, order }: Shown,
): readonly PackPicture[] {
  return order.pictured.has(row.id) ? (pictures.get(row.id) ?? []) : [];
}

export const pictureAnchor = ({ id }: Pick<PackPicture, 'id'>): string => `picture-${id}`;

/** `K7-0042-1`: the key and the number of the picture. */
const reference = ({ file }: PackPicture): string => /([^/]+)\.[a-z]+$/.exec(file)?.[1] ?? file;

function block(of: PackPicture, one: Described, { t }: PackContext): Block {
  const { sha256, file, width, height, at, offsetMin, n } = of;
  const when = zonedTime(at, offsetMin);
  const under = t.picture.under(when, String(n), `${width} × ${height}`, sha256);
  const line = { text: t.picture.title(reference(of), visibleText(of.caption)), under };
  if (of.content === null)
    return { kind: 'text', quiet: true, line: { ...line, text: t.picture.unreadable(reference(of)) } };
  const { key, title } = one.shared;
  const alt = t.picture.alt(key, visibleText(title), when);
  return { kind: 'picture', id: pictureAnchor(of), sha256, file, width, height, alt, line };
}

/** The chosen pictures of an issue, to stand beside what happened in it. */
export function pictureBlocks(one: Described, context: PackContext): Block[] {
  return chosenPictures(one, context).map((of) => block(of, one, context));
}

/** How many pictures of the described issues are there, but not shown. */
export function picturesLeft(context: Shown & Pick<PackContext, 'described'>): number {
  const all = context.described.map((one) => {
    const shown = chosenPictures(one, context).filter(({ content }) => content !== null).length;
    return presentPictures(one.shared).length - shown;
  });
  return all.reduce((sum, count) => sum + Math.max(0, count), 0);
}
