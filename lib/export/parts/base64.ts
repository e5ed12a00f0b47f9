const STEP = 0x6000; // a multiple of 3, small enough for the argument list of fromCharCode

/** Base64 of `bytes`, natively where the browser can. */
export function toBase64(bytes: Uint8Array): string {
  if ('toBase64' in bytes && typeof bytes.toBase64 === 'function') return String(bytes.toBase64());
  let out = '';
  for (let i = 0; i < bytes.length; i += STEP) {
    out += btoa(String.fromCharCode(...bytes.subarray(i, i + STEP)));
  }
  return out;
}

/** null: not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
