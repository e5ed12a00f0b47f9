export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type DecodedText = Readonly<{ text: string; encoding: TextEncoding }>;

type Decoder = { decode(bytes: Uint8Array): string };
type DecoderConstructor = { new (encoding: string, options?: Readonly<{ fatal: boolean }>): Decoder };

const { TextDecoder: WebDecoder } = globalThis as unknown as { TextDecoder: DecoderConstructor }; // as: ESNext types do not list it; see web.ts

/** The text of a file, without its byte order mark; null when it is no text. */
export function decodedText(bytes: Uint8Array): DecodedText | null {
  const wide = wideEncoding(bytes);
  // NUL and most controls do not occur in text; in what machines write they come early and often.
  if (wide === null)
    return hasControls(bytes) ? null : (decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252'));
  const found = decoded(bytes, wide);
  return found === null || hasControls(codesOf(found.text)) ? null : found;
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function* codesOf(text: string): Generator<number> {
  for (let i = 0; i < text.length; i += 1) yield text.charCodeAt(i);
}

function decoded(bytes: Uint8Array, encoding: TextEncoding): DecodedText | null {
  try {
    return { text: new WebDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** Tab, line feed, vertical tab, form feed, carriage return and escape (coloured logs) are fine. */
function hasControls(codes: Iterable<number>): boolean {
  for (const code of codes) {
    if (code < 0x20 && (code < 9 || code > 13) && code !== 0x1b) return true;
  }
  return false;
}
