/** How long the browser may take to begin reading before the address is given back. */
const REVOKE_AFTER_MS = 60_000;

/** Hands a finished file to the browser's download; no permission needed. Works in a page, not in a worker. */
export function download(blob: Blob, fileName: string, page: Document = document): void {
  const address = URL.createObjectURL(blob);
  const link = page.createElement('a');
  link.href = address;
  link.download = fileName;
  link.hidden = true;
  page.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}
