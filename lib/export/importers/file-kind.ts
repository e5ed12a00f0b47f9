/** What a chosen file seems to be, so that a refusal can say what it is instead of what it is not. */
export type FileKind =
  | 'zip'
  | 'empty'
  | 'export-json'
  | 'report-html'
  | 'table-csv'
  | 'mail'
  | 'text-utf16'
  | 'picture'
  | 'pdf'
  | 'packed'
  | 'json'
  | 'other';

function startsWith(bytes: Uint8Array, ...expected: readonly number[]): boolean {
  return expected.every((value, index) => bytes[index] === value);
}

const HEAD_BYTES = 512;

export async function fileKind(file: Blob): Promise<FileKind> {
  if (file.size === 0) return 'empty';
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'text-utf16';
  if (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x47, 0x49, 0x46)
  ) {
    return 'picture';
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (
    startsWith(bytes, 0x1f, 0x8b) ||
    startsWith(bytes, 0x37, 0x7a, 0xbc) ||
    startsWith(bytes, 0x52, 0x61, 0x72)
  )
    return 'packed';
  const text = new TextDecoder().decode(bytes).trimStart();
  if (/^<!doctype html|^<html/i.test(text)) return 'report-html';
  if (text.startsWith('{"format":"casebook-export/')) return 'export-json';
  if (text.startsWith('{') || text.startsWith('[')) return 'json';
  if (/^(?:received|return-path|delivered-to|from|date|subject|message-id|mime-version): /i.test(text))
    return 'mail';
  if (/^"?[^\n"]{1,60}"?[,;]/.test(text)) return 'table-csv';
  return 'other';
}
