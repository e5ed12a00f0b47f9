/** Not in every library definition yet; Chrome ≥ 140 and Firefox ≥ 133 have it. */
type WithFromBase64 = { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };

/** The bytes of a base64 `data:` address, or null if it is none. Never `fetch`: the CSP forbids it. */
export function dataUrlToBytes(dataUrl: string): Uint8Array<ArrayBuffer> | null {
  const comma = dataUrl.indexOf(',');
  if (!dataUrl.startsWith('data:') || comma < 0 || !dataUrl.slice(0, comma).endsWith(';base64')) return null;
  const body = dataUrl.slice(comma + 1);
  try {
    const native = (Uint8Array as WithFromBase64).fromBase64; // as: not in every standard library definition
    return native ? native.call(Uint8Array, body) : byAtob(body);
  } catch {
    return null;
  }
}

export function byAtob(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** A `data:` address of some bytes; for thumbnails only, in pieces so that no call gets too many arguments. */
export function bytesToDataUrl(bytes: Uint8Array, mime: string): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return `data:${mime};base64,${btoa(text)}`;
}
