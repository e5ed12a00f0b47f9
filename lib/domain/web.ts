/**
 * The one web API the rules need. `lib/domain` is compiled without DOM types so that no rule can touch a page;
 * `URL` exists in every runtime we use (browsers, their background workers, Node), so it is taken from `globalThis`
 * here. An ambient declaration would clash with the DOM types of the whole-project type-check.
 */
export type ParsedUrl = Readonly<{
  href: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  pathname: string;
  search: string;
  hash: string;
}>;

type UrlConstructor = { new (url: string, base?: string): ParsedUrl };

const { URL: WebUrl } = globalThis as unknown as { URL: UrlConstructor }; // as: ESNext types do not list URL

/** The parsed address, or null where the URL standard calls it invalid. Linear. */
export function parseUrl(text: string, base?: string): ParsedUrl | null {
  try {
    return new WebUrl(text, base);
  } catch {
    return null;
  }
}
