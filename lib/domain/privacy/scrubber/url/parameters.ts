import { applyRules } from '../apply-rules.ts';
import { encodeAroundMarkers, isMarker } from '../marker.ts';
import { mergeMasked } from '../scrubbed.ts';
import type { Part, UrlContext } from './context.ts';
import { isTouched, joined, maskWhole, scrubDecoded, unchanged } from './context.ts';
import { decodeField } from './decode.ts';
import { scrubNested } from './nested.ts';

type Field = Readonly<{ raw: string; name: string; value: string | null }>;

/** A query, or a fragment written like one. Order, repetition and encoding of what is not masked stay. */
export function scrubParameters(query: string, context: UrlContext): Part {
  if (query === '') return unchanged(query);
  const fields = query.split('&').map(fieldOf);
  if (isPresigned(fields)) return withoutPresigned(query, fields, context);
  const parts = fields.map((field) => scrubField(field, context));
  return {
    value: parts.map(({ value }) => value).join('&'),
    masked: mergeMasked(...parts.map(({ masked }) => masked)),
  };
}

function fieldOf(raw: string): Field {
  const equals = raw.indexOf('=');
  return equals < 0
    ? { raw, name: raw, value: null }
    : { raw, name: raw.slice(0, equals), value: raw.slice(equals + 1) };
}

function scrubField({ raw, name, value }: Field, context: UrlContext): Part {
  if (value === null) return isMarker(raw) ? unchanged(raw) : scrubValue(raw, context);
  if (value === '' || isMarker(value)) return withName(name, unchanged(value), context);
  const verdict = context.checkKey(decodeField(name));
  const part =
    verdict === null ? scrubValue(value, context) : maskWhole(context, verdict, decodeField(value));
  return withName(name, part, context);
}

function withName(name: string, part: Part, context: UrlContext): Part {
  const scrubbed = name.length < 16 ? unchanged(name) : scrubDecoded(name, decodeField(name), context);
  return joined([scrubbed, part], '=');
}

function scrubValue(raw: string, context: UrlContext): Part {
  const plain = decodeField(raw);
  const nested = scrubNested(plain, context);
  if (nested === null || !isTouched(nested)) return scrubDecoded(raw, plain, context);
  const whole = applyRules(nested.value, context.rules, context.mark);
  return { value: encodeAroundMarkers(whole.value), masked: mergeMasked(nested.masked, whole.masked) };
}

/** Links signed by AWS, Google, Azure and CloudFront open a file for anyone who has them. */
function isPresigned(fields: readonly Field[]): boolean {
  const names = new Set<string>();
  for (const { name } of fields) {
    const lower = name.toLowerCase();
    if (lower.startsWith('x-amz-') || lower.startsWith('x-goog-')) return true;
    names.add(lower);
  }
  return (
    (names.has('sig') && names.has('se')) ||
    (names.has('signature') && (names.has('key-pair-id') || names.has('expires')))
  );
}

function withoutPresigned(query: string, fields: readonly Field[], context: UrlContext): Part {
  const kept = fields
    .filter(({ raw, name }) => name.toLowerCase() === 'response-content-type' || isMarker(raw))
    .map((field) => scrubField(field, context));
  const whole = maskWhole(context, 'presigned', query);
  return joined([whole, ...kept], '&');
}
