import type { Masked } from './scrubbed.ts';
import { mergeMasked } from './scrubbed.ts';
import { markersIn } from './marker.ts';
import type { UrlContext } from './url/context.ts';
import { isTouched } from './url/context.ts';
import { scrubAddress } from './url/address.ts';

const ADDRESS = /(?<![A-Za-z0-9])(?:https?|wss?|ftp):\/\/[^\s<>"'`]+/giu;

/** Addresses inside text, scrubbed by their structure; the sentence's own punctuation behind them is left alone. */
export function scrubEmbedded(text: string, context: UrlContext): { value: string; masked: Masked } {
  let out = '';
  let at = 0;
  const masks: Masked[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(match[0]);
    const part = scrubAddress(address, context);
    if (!isTouched(part)) continue;
    out += text.slice(at, match.index) + part.value;
    at = match.index + address.length;
    masks.push(part.masked);
  }
  return { value: out + text.slice(at), masked: mergeMasked(...masks) };
}

function withoutPunctuation(address: string): string {
  let end = address.length;
  const lastMarkerEnd = markersIn(address.slice(-200)).at(-1)?.end;
  const stop = lastMarkerEnd === undefined ? 0 : Math.max(0, address.length - 200) + lastMarkerEnd;
  while (end > stop && address.length - end < 8 && /[.,;:!?)\]}]/u.test(address[end - 1] ?? '')) end -= 1;
  return address.slice(0, end);
}
