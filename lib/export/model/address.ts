/** What of an address goes out. Addresses are scrubbed already; this only takes more away. */
export type AddressRule = Readonly<{ query: boolean; localPaths: boolean }>;

const LOCAL = /^\s*(?:file|filesystem|content):/i;

/** Whether an address tells the path of a file on this computer. */
export function isLocalAddress(url: string): boolean {
  return LOCAL.test(url) && url.trim().toLowerCase() !== 'file:';
}

/** The address as the choices allow it: `file:` stays without its path, the query goes from the first `?` or `#`. */
export function sharedAddress(url: string, rule: AddressRule): string {
  if (!rule.localPaths && LOCAL.test(url)) return 'file:';
  if (rule.query) return url;
  const cut = url.search(/[?#]/);
  return cut < 0 ? url : url.slice(0, cut);
}

/** The same for addresses inside a longer text, such as "GET https://a/b?c 503". */
export function withoutQueries(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]{0,20}:\/\/[^\s?#]{1,8192})[?#]\S{0,8192}/gi, '$1');
}
