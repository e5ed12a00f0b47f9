import { isMarker } from '../marker.ts';
import type { Part, UrlContext } from './context.ts';
import { isTouched, joined, maskWhole, scrubDecoded, unchanged } from './context.ts';
import { decodeOnce } from './decode.ts';
import { looksSecret } from './entropy.ts';

/** After these words a long segment is a credential, even a UUID. */
const CREDENTIAL_WORDS = new Set([
  'reset',
  'verify',
  'confirm',
  'activate',
  'invite',
  'magic',
  'token',
  'share',
  'unsubscribe',
]);
/** After these it often is, but a UUID there is an ordinary id. */
const LOOSER_WORDS = new Set(['s', 'callback']);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;
/** Words with hyphens: a page's name, not a credential. */
const SLUG = /^[a-z]{2,16}(?:[-_][a-z]{1,16}){1,20}$/u;

/** Each segment on its own; what is not masked stays byte for byte. */
export function scrubPath(path: string, context: UrlContext): Part {
  let previous = '';
  const parts = path.split('/').map((segment) => {
    const part = scrubSegment(segment, previous, context);
    previous = segment.length <= 16 ? decodeOnce(segment).toLowerCase() : '';
    return part;
  });
  return joined(parts, '/');
}

function scrubSegment(segment: string, previous: string, context: UrlContext): Part {
  if (segment === '' || isMarker(segment)) return unchanged(segment);
  const semicolon = segment.indexOf(';');
  if (semicolon >= 0) return withParameters(segment, semicolon, previous, context);
  const plain = decodeOnce(segment);
  if (isCredential(plain, previous)) return maskWhole(context, 'path-token', plain);
  const valued = scrubDecoded(segment, plain, context);
  if (isTouched(valued)) return valued;
  return looksSecret(plain) ? maskWhole(context, 'path-random', plain) : unchanged(segment);
}

/** Source: faults.md §6.1, rule 6. */
function isCredential(segment: string, previous: string): boolean {
  const strict = CREDENTIAL_WORDS.has(previous);
  if (!strict && !LOOSER_WORDS.has(previous)) return false;
  if (!/^[A-Za-z0-9_-]{16,}$/u.test(segment) || SLUG.test(segment)) return false;
  return strict || !UUID.test(segment);
}

/** `;jsessionid=…` and its kind. */
function withParameters(segment: string, semicolon: number, previous: string, context: UrlContext): Part {
  const head = scrubSegment(segment.slice(0, semicolon), previous, context);
  const parameters = segment
    .slice(semicolon + 1)
    .split(';')
    .map((field) => {
      const equals = field.indexOf('=');
      const value = field.slice(equals + 1);
      if (equals < 0 || value === '' || isMarker(value)) return unchanged(field);
      const name = field.slice(0, equals);
      const verdict = context.checkKey(decodeOnce(name));
      if (verdict === null) return scrubDecoded(field, decodeOnce(field), context);
      const masked = maskWhole(context, verdict, decodeOnce(value));
      return { ...masked, value: `${name}=${masked.value}` };
    });
  return joined([head, ...parameters], ';');
}
