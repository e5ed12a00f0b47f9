/** Percent-decodes once; where the escapes are not UTF-8, the ASCII ones alone. Never throws. */
export function decodeOnce(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replaceAll(/%([0-7][0-9a-f])/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}

/** As form fields are written: `+` is a space. */
export function decodeField(text: string): string {
  return decodeOnce(text.includes('+') ? text.replaceAll('+', ' ') : text);
}

/** Still holds an encoded `:`, `/`, `?`, `=`, `&` or `#`: something was encoded twice. */
export function isEncodedAgain(text: string): boolean {
  return /%(?:3a|2f|3f|3d|26|23|25)/iu.test(text);
}
