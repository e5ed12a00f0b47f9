import type { Part, UrlContext } from './context.ts';
import { joined } from './context.ts';
import { scrubFragment } from './fragment.ts';
import { scrubParameters } from './parameters.ts';
import { scrubPath } from './path.ts';

const AUTHORITY = /^\s{0,4}(?:[a-z][a-z0-9+.-]{0,30}:)?\/\/[^/\\?#]*/iu;

/**
 * An address as text, whole or relative: user name and password go, then path, query and fragment by their own rules.
 * Worked on as a string, so that what is not masked stays as it was written. Structure only: the caller lets the value
 * rules look at the result once, which also finds secrets that span several segments.
 */
export function scrubAddress(address: string, context: UrlContext): Part {
  const authority = AUTHORITY.exec(address)?.[0] ?? '';
  const { path, query, fragment } = splitAddress(address.slice(authority.length));
  const parts = [
    withoutUserInfo(authority),
    scrubPath(path, context),
    query === null ? null : prefixed('?', scrubParameters(query, context)),
    fragment === null ? null : prefixed('#', scrubFragment(fragment, context)),
  ].filter((part) => part !== null);
  return joined(parts, '');
}

function splitAddress(rest: string): { path: string; query: string | null; fragment: string | null } {
  const hash = rest.indexOf('#');
  const before = hash < 0 ? rest : rest.slice(0, hash);
  const fragment = hash < 0 ? null : rest.slice(hash + 1);
  const mark = before.indexOf('?');
  return mark < 0
    ? { path: before, query: null, fragment }
    : { path: before.slice(0, mark), query: before.slice(mark + 1), fragment };
}

function withoutUserInfo(authority: string): Part {
  const at = authority.lastIndexOf('@');
  if (at < 0) return { value: authority, masked: {} };
  const start = authority.indexOf('//') + 2;
  return {
    value: authority.slice(0, start) + authority.slice(at + 1),
    masked: at > start ? { userinfo: 1 } : {},
  };
}

function prefixed(prefix: string, part: Part): Part {
  return { ...part, value: prefix + part.value };
}
