import { parseUrl, type ParsedUrl } from '../web.ts';
import { matchesGlob } from './glob.ts';
import type { AddressPattern, System } from './system.ts';

/** The system of an address: one, several that fit equally well (ask), or none. */
export type Recognised =
  | Readonly<{ kind: 'one'; system: System }>
  | Readonly<{ kind: 'ask'; systems: readonly System[] }>
  | Readonly<{ kind: 'none' }>;

/** Most specific first. */
const KINDS = ['urlPrefix', 'host', 'hostSuffix', 'glob'] as const;

/** Lower case and punycode, as browsers write hosts; left as it is where it is no host. */
function hostText(pattern: string): string {
  const parsed = parseUrl(`https://${pattern}`);
  return parsed && parsed.pathname === '/' && !parsed.search ? parsed.host : pattern.toLowerCase();
}

function startsWithin(text: string, prefix: string): boolean {
  if (!text.startsWith(prefix)) return false;
  const next = text[prefix.length];
  // `/app` is not the beginning of `/application`.
  return next === undefined || '/?#&='.includes(next) || /[/?#&=]$/.test(prefix);
}

/** How much of the address the pattern names, in characters; 0 = it does not fit. A scheme makes no pattern longer. */
function prefixLength(url: ParsedUrl, pattern: string): number {
  const scheme = /^https?:\/\//i.test(pattern);
  const parsed = parseUrl(scheme ? pattern : `https://${pattern}`);
  if (!parsed || (scheme && parsed.protocol !== url.protocol)) return 0;
  const rest = (address: ParsedUrl) => `${address.host}${address.pathname}${address.search}${address.hash}`;
  const wanted = rest(parsed);
  return startsWithin(rest(url), wanted) ? wanted.length : 0;
}

function globFits(url: ParsedUrl, glob: string): boolean {
  if (glob.includes('://')) return matchesGlob(`${url.protocol}//${url.host}${url.pathname}`, glob);
  if (glob.includes('/')) return matchesGlob(`${url.host}${url.pathname}`, glob);
  return [url.host, url.hostname].some((host) => matchesGlob(host, glob.toLowerCase()));
}

function fittingLength(url: ParsedUrl, { kind, pattern }: AddressPattern): number {
  if (kind === 'urlPrefix') return prefixLength(url, pattern);
  if (kind === 'glob') return globFits(url, pattern) ? pattern.length : 0;
  const wanted = hostText(kind === 'hostSuffix' ? pattern.replace(/^\*?\./, '') : pattern);
  const fits = [url.host, url.hostname].some(
    (host) => host === wanted || (kind === 'hostSuffix' && host.endsWith(`.${wanted}`)),
  );
  return fits ? wanted.length : 0;
}

/** The pattern of a system by which it is recognised at an address; null when none fits. */
export function patternAt({ patterns }: Pick<System, 'patterns'>, address: string): AddressPattern | null {
  const url = parseUrl(address);
  if (!url || url.hostname === '') return null;
  const fitting = patterns
    .map((pattern) => ({ pattern, kind: KINDS.indexOf(pattern.kind), length: fittingLength(url, pattern) }))
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => a.kind - b.kind || b.length - a.length);
  return fitting[0]?.pattern ?? null;
}

/** The most specific pattern wins: address prefix, host, host suffix, glob; of one kind the longest; equal ones ask. */
export function systemOf(systems: readonly System[], address: string): Recognised {
  const url = parseUrl(address);
  if (!url || url.hostname === '') return { kind: 'none' };
  let best: System[] = [];
  let bestKind: number = KINDS.length;
  let bestLength = 0;
  for (const system of systems) {
    for (const pattern of system.patterns) {
      const [kind, length] = [KINDS.indexOf(pattern.kind), fittingLength(url, pattern)];
      if (length === 0 || kind > bestKind || (kind === bestKind && length < bestLength)) continue;
      if (kind < bestKind || length > bestLength) best = [];
      bestKind = kind;
      bestLength = length;
      if (!best.includes(system)) best.push(system);
    }
  }
  const [first] = best;
  if (!first) return { kind: 'none' };
  return best.length === 1 ? { kind: 'one', system: first } : { kind: 'ask', systems: best };
}
