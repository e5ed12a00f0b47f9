import { LIMITS } from '../ledger/limits.ts';
import { applyRules } from './scrubber/apply-rules.ts';
import { cutAt } from '../text/cut.ts';
import { cleanText } from './scrubber/clean.ts';
import { scrubEmbedded } from './scrubber/embedded-addresses.ts';
import { createKeyCheck } from './scrubber/keys.ts';
import { createMarker, cutOutsideMarkers } from './scrubber/marker.ts';
import { personalRules } from './scrubber/rules/personal.ts';
import type { Masked, Scrubbed, ScrubbedUrl } from './scrubber/scrubbed.ts';
import { mergeMasked, totalMasked } from './scrubber/scrubbed.ts';
import { textRules } from './scrubber/text-rules.ts';
import { scrubAddress } from './scrubber/url/address.ts';
import type { UrlContext } from './scrubber/url/context.ts';
import { scrubUrlOnce } from './scrubber/url/scrub-url.ts';

export type TextOptions = Readonly<{
  /** Most UTF-16 code units of the result. Default: no limit. */
  limit?: number;
  /** One line only: line breaks and tabs become spaces. Default: they are kept. */
  singleLine?: boolean;
  /** Also mask e-mail addresses, IPv4 addresses and phone numbers (a choice made at export). */
  personal?: boolean;
}>;

export type Scrubber = Readonly<{
  /** Any text: a line of a page, an error message. */
  text(value: string, options?: TextOptions): Scrubbed;
  /** A page title: one line, at most 1,024 code units. */
  title(value: string): Scrubbed;
  /** What a person typed: line breaks and tabs stay, at most 20,000 code units. */
  note(value: string): Scrubbed;
  /** An address: structure first, then values; at most 8,192 code units. */
  url(value: string): ScrubbedUrl;
}>;

export type ScrubberOptions = Readonly<{
  /** Install secret: the short hash in a marker is keyed with it, so that it cannot be reversed by guessing. */
  secret: Uint8Array;
  /** More names of parameters to mask. */
  extraKeys?: readonly string[];
}>;

/** A mask can open the view on another secret; more rounds than this do not occur. */
const MAX_ROUNDS = 6;

/**
 * Masks secrets in text and addresses before anything is stored. The raw value is kept nowhere. Scrubbing twice gives
 * the same as once. Time is linear in the length of the text, whatever the text (faults.md §6, T-SEC-3).
 */
export function createScrubber({ secret, extraKeys = [] }: ScrubberOptions): Scrubber {
  const newMarker = createMarker(secret);
  const checkKey = createKeyCheck(extraKeys);
  const rules = textRules(checkKey);
  const withPersonal = [...rules, ...personalRules];

  function context(personal: boolean): UrlContext {
    return {
      checkKey,
      rules: personal ? withPersonal : rules,
      mark: newMarker(),
      depth: 0,
      address: scrubAddress,
    };
  }

  function text(
    value: string,
    { limit = Infinity, singleLine = false, personal = false }: TextOptions = {},
  ): Scrubbed {
    const how = context(personal);
    return untilSettled(cleanText(shortened(value, limit), singleLine), limit, (current) => {
      const addresses = scrubEmbedded(current, how);
      const values = applyRules(addresses.value, how.rules, how.mark);
      return { value: values.value, masked: mergeMasked(addresses.masked, values.masked) };
    });
  }

  function url(value: string): ScrubbedUrl {
    const how = context(false);
    const input = shortened(value, LIMITS.url).toWellFormed();
    const first = scrubUrlOnce(input, how);
    // The usual case, an ordinary address: nothing masked, nothing cut, so a second look would find nothing either.
    if (first.kind === 'web' && totalMasked(first.masked) === 0 && first.value.length <= LIMITS.url) {
      return { ...first, truncated: input.length < value.length };
    }
    const settled = untilSettled(first.value, LIMITS.url, (current) => scrubUrlOnce(current, how));
    return {
      value: settled.value,
      masked: mergeMasked(first.masked, settled.masked),
      truncated: first.truncated || settled.truncated || input.length < value.length,
      host: first.host,
      kind: first.kind,
    };
  }

  return {
    text,
    title: (value) => text(value, { limit: LIMITS.title, singleLine: true }),
    note: (value) => text(value, { limit: LIMITS.note }),
    url,
  };
}

/** Far more than is kept, so that hostile megabytes cost nothing; the last field or word goes, as it may be half a secret. */
function shortened(text: string, limit: number): string {
  const most = Math.max(4 * limit, LIMITS.url);
  if (text.length <= most) return text;
  const cut = cutAt(text, most);
  const border = cut.slice(-LIMITS.url).search(/[\s&?#/;=][^\s&?#/;=]*$/u);
  return border < 0 ? cut : cut.slice(0, cut.length - LIMITS.url + border + 1);
}

function untilSettled(
  start: string,
  limit: number,
  pass: (text: string) => { value: string; masked: Masked },
): Scrubbed {
  let current = start;
  let truncated = false;
  const masks: Masked[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const { value, masked } = pass(current);
    const cut = cutOutsideMarkers(value, limit);
    truncated ||= cut.length < value.length;
    masks.push(masked);
    if (cut === current) break;
    current = cut;
  }
  return { value: current, masked: mergeMasked(...masks), truncated };
}
