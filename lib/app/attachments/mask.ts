/** Masks the secrets of one text. */
export type MaskText = (text: string) => Readonly<{ value: string; masked: number }>;

export type Masking = Readonly<{
  text: MaskText;
  /** An address, by its structure. */
  url: MaskText;
  /** Awaited often: lets the page breathe, and stops when nobody waits any more. */
  pause: () => Promise<void> | null;
}>;

/** UTF-16 code units masked at a time. */
const PIECE = 128 * 1024;
/** A key block is never cut; one longer than this is none. */
const LONGEST_BLOCK = 16 * 1024;

/** Masks a text of any length piece by piece. Pieces end where no secret goes on. */
export async function maskLong(
  text: string,
  { text: mask, pause }: Masking,
): Promise<Readonly<{ value: string; masked: number }>> {
  const out: string[] = [];
  let masked = 0;
  for (let at = 0; at < text.length;) {
    await pause();
    const end = endOfPiece(text, at);
    const piece = mask(text.slice(at, end));
    out.push(piece.value);
    masked += piece.masked;
    at = end;
  }
  return { value: out.join(''), masked };
}

/** Behind an empty line if there is one near, else behind a line that does not announce a value on the next. */
function endOfPiece(text: string, from: number): number {
  const wanted = from + PIECE;
  if (wanted >= text.length) return text.length;
  const near = text.slice(wanted, wanted + LONGEST_BLOCK);
  const begun = text.lastIndexOf('-----BEGIN', wanted);
  const open = begun > wanted - LONGEST_BLOCK && text.lastIndexOf('-----END', wanted) < begun;
  const start = open ? Math.max(0, near.indexOf('-----END')) : 0;
  const border = /\n[ \t]*\r?\n|(?<![:=,;{[(\s])\r?\n(?=[^\s])/u.exec(near.slice(start));
  return border === null
    ? withoutHalf(text, wanted + near.length)
    : wanted + start + border.index + border[0].length;
}

/** Hostile texts without lines: never between the halves of a character. */
function withoutHalf(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code < 0xdc00 ? end + 1 : end;
}
