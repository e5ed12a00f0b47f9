import { parseGuarded } from '../../export/importers/json-guard.ts';
import { maskLong } from './mask.ts';
import type { Masking } from './mask.ts';
import type { MaskedFile } from './mask-mail.ts';

/** Deeper than any browser writes. */
const DEPTH = 64;
/** Longer bodies are left out: they are what makes these files large, and hardly ever what a provider needs. */
const LONGEST_BODY = 200_000;

type Json = Record<string, unknown>;
type Tally = { masked: number; leftOut: number };

/**
 * Masks the secrets of a HAR file by its structure: headers, cookies and parameters by their names, addresses by their
 * parts, everything else as text. Bodies that are packed or very long are left out. null: it is no HAR file.
 */
export async function maskedHar(text: string, masking: Masking): Promise<MaskedFile | null> {
  const parsed = parseGuarded(text, DEPTH);
  if (!parsed.ok || !isObject(parsed.value) || !isObject(parsed.value['log'])) return null;
  if (!Array.isArray(parsed.value['log']['entries'])) return null;
  const tally: Tally = { masked: 0, leftOut: 0 };
  const clean = await cleaned(parsed.value, '', masking, tally);
  if (tally.masked + tally.leftOut === 0) return { bytes: null, ...tally };
  return { bytes: new TextEncoder().encode(JSON.stringify(clean)), ...tally };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `under`: the name this value stands under, or its list. */
async function cleaned(value: unknown, under: string, masking: Masking, tally: Tally): Promise<unknown> {
  if (typeof value === 'string') return maskedString(value, under, masking, tally);
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (const one of value) {
      await masking.pause();
      list.push(await cleaned(one, under, masking, tally));
    }
    return list;
  }
  if (!isObject(value)) return value;
  const { name, value: named } = value;
  const pair = typeof name === 'string' && typeof named === 'string' && PAIRS[under] !== undefined;
  const source = isBody(value) ? withoutPackedBody(value, tally) : value;
  const copy: Json = {};
  for (const [key, inner] of Object.entries(source)) {
    copy[key] =
      pair && key === 'value'
        ? maskedPair(name, named, PAIRS[under] ?? '', masking, tally)
        : await cleaned(inner, key, masking, tally);
  }
  return copy;
}

/** How a pair of this list is written where its secrets are known by their names. */
const PAIRS: Readonly<Record<string, string>> = {
  headers: ': ',
  cookies: '=',
  queryString: '=',
  params: '=',
};

function maskedPair(name: string, value: string, between: string, { text }: Masking, tally: Tally): string {
  for (const start of between === ': ' ? [`${name}: `] : [`Cookie: ${name}=`, `${name}=`]) {
    const said = text(start + value);
    if (said.masked === 0) continue;
    tally.masked += said.masked;
    return said.value.startsWith(start) ? said.value.slice(start.length) : said.value;
  }
  return value;
}

async function maskedString(value: string, under: string, masking: Masking, tally: Tally): Promise<string> {
  const address = /url$/iu.test(under) && /^[a-z][a-z0-9+.-]*:/iu.test(value);
  const said = address
    ? masking.url(value)
    : value.length < 10_000
      ? masking.text(value)
      : await maskLong(value, masking);
  tally.masked += said.masked;
  return said.masked > 0 ? said.value : value;
}

/** `content` of a response, `postData` of a request. */
function isBody(value: Json): boolean {
  return typeof value['mimeType'] === 'string' && typeof value['text'] === 'string';
}

function withoutPackedBody(body: Json, tally: Tally): Json {
  const { text, encoding, ...rest } = body;
  const packed = encoding !== undefined && encoding !== '';
  if (!packed && typeof text === 'string' && text.length <= LONGEST_BODY) return body;
  tally.leftOut += 1;
  return { ...rest, comment: 'Content left out by Casebook' };
}
