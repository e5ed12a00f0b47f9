import { applyRules } from '../apply-rules.ts';
import { encodeAroundMarkers } from '../marker.ts';
import type { Part, UrlContext } from './context.ts';
import { isTouched, MAX_DEPTH, maskWhole, unchanged } from './context.ts';
import { decodeField, decodeOnce, isEncodedAgain } from './decode.ts';

/** Deepest encoding that is looked into once addresses are nested too deeply to be taken apart. */
const MAX_DECODING = 6;

/**
 * An address inside a parameter (`redirect=https%3A%2F%2F…`), taken apart like the outer one, two levels deep. Deeper
 * ones are masked whole when anything in them would have been. null when the value is no address.
 */
export function scrubNested(value: string, context: UrlContext): Part | null {
  if (context.depth > MAX_DEPTH || !looksLikeAddress(value)) return null;
  if (context.depth >= MAX_DEPTH)
    return hidesSecret(value, context) ? maskWhole(context, 'nested', value) : null;
  const inner = { ...context, depth: context.depth + 1 };
  if (!isPlainAddress(value) && isEncodedAgain(value)) {
    const decoded = scrubNested(decodeOnce(value), inner);
    if (decoded === null || !isTouched(decoded)) return null;
    return { ...decoded, value: encodeAroundMarkers(decoded.value) };
  }
  return context.address(value, inner);
}

function looksLikeAddress(value: string): boolean {
  return isPlainAddress(value) || isEncodedAgain(value);
}

function isPlainAddress(value: string): boolean {
  return (
    /^\s{0,4}(?:[a-z][a-z0-9+.-]{0,30}:\/\/|[/?#])/iu.test(value) ||
    (/[?#]/u.test(value) && value.includes('='))
  );
}

function hidesSecret(value: string, context: UrlContext): boolean {
  let plain = value;
  for (let i = 0; i < MAX_DECODING; i += 1) {
    if (isTouched(scrubFlat(plain, context))) return true;
    const decoded = decodeField(plain);
    if (decoded === plain) return false;
    plain = decoded;
  }
  // Still encoded after six rounds: nobody writes an address like that to show something.
  return true;
}

// One level only: past the limit nothing is taken apart any further, so this cannot recurse.
function scrubFlat(plain: string, context: UrlContext): Part {
  const valued = applyRules(plain, context.rules, context.mark);
  if (isTouched(valued)) return valued;
  return isPlainAddress(plain) && !isEncodedAgain(plain)
    ? context.address(plain, { ...context, depth: MAX_DEPTH + 1 })
    : unchanged(plain);
}
