import { hostOf } from '../../../evidence/classify.ts';
import type { ParsedUrl } from '../../../web.ts';
import { parseUrl } from '../../../web.ts';
import { cutAt } from '../../../text/cut.ts';
import { cleanText } from '../clean.ts';
import type { ScrubbedUrl } from '../scrubbed.ts';
import { applyRules } from '../apply-rules.ts';
import { mergeMasked } from '../scrubbed.ts';
import type { Part, UrlContext } from './context.ts';
import { unchanged } from './context.ts';
import { scrubAddress } from './address.ts';

const LOCAL_SCHEMES = new Set(['file:', 'data:', 'blob:']);
const LOCAL_KEPT = 16;
const VIEW_SOURCE = 'view-source:';

export type UrlPass = Part & Pick<ScrubbedUrl, 'host' | 'kind' | 'truncated'>;

/** One pass over an address; the caller repeats it until nothing changes and cuts it to length. */
export function scrubUrlOnce(url: string, context: UrlContext): UrlPass {
  const parsed = parseUrl(url);
  if (parsed === null)
    return { ...scrubWhole(cleanText(url, true), context), host: null, kind: 'invalid', truncated: false };
  const { protocol } = parsed;
  if (protocol === 'http:' || protocol === 'https:') {
    return {
      ...scrubWhole(parsed.href, context),
      host: hostOf(parsed.host),
      kind: 'web',
      truncated: false,
    };
  }
  const other = { host: null, kind: 'other' as const };
  if (LOCAL_SCHEMES.has(protocol)) return { ...other, ...reduced(parsed) };
  if (protocol === VIEW_SOURCE) {
    const inner = scrubUrlOnce(url.trim().slice(VIEW_SOURCE.length), context);
    return { ...inner, ...other, value: VIEW_SOURCE + inner.value };
  }
  return { ...other, ...scrubWhole(cleanText(parsed.href, true), context), truncated: false };
}

/** Paths of files name people, data addresses are whole documents: scheme and 16 characters tell enough. */
function reduced({ href, protocol }: ParsedUrl): Part & { truncated: boolean } {
  const rest = href.slice(protocol.length);
  if (rest.length <= LOCAL_KEPT) return { ...unchanged(href), truncated: false };
  return { ...unchanged(`${protocol}${cutAt(rest, LOCAL_KEPT)}…`), truncated: true };
}

function scrubWhole(address: string, context: UrlContext): Part {
  const structure = scrubAddress(address, context);
  const values = applyRules(structure.value, context.rules, context.mark);
  return { value: values.value, masked: mergeMasked(structure.masked, values.masked) };
}
