import { parseUrl } from '../web.ts';
import type { AddressPattern } from './system.ts';

/** Why a typed address names no system; each has one sentence on screen. */
export type PatternProblem =
  'empty' | 'spaces' | 'not_an_address' | 'one_word' | 'not_web' | 'too_broad' | 'too_long';

export type PatternRead =
  | Readonly<{
      ok: true;
      /** What is most likely meant. */
      pattern: AddressPattern;
      /** That and other ways to understand it, narrowest last. */
      choices: readonly AddressPattern[];
    }>
  | Readonly<{ ok: false; problem: PatternProblem }>;

const LONGEST = 500;

/** Second levels under which countries register names: `co.uk` is as broad as `com`. */
const SECOND_LEVELS = new Set(['ac', 'co', 'com', 'edu', 'gov', 'gv', 'ne', 'net', 'or', 'org']);

/** Whether everything below it would be the web of strangers. */
function isTooBroad(suffix: string): boolean {
  const labels = suffix.split('.');
  if (labels.length < 2) return true;
  const [second = '', top = ''] = labels.slice(-2);
  return labels.length === 2 && top.length === 2 && SECOND_LEVELS.has(second);
}

/** The host as it was typed (umlauts stay readable) where the browser finds the same one in it. */
function hostAsTyped(text: string, host: string): string {
  const typed = text
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .replace(/^.*@/, '')
    .toLowerCase();
  return parseUrl(`https://${typed}`)?.host === host && !/[%\\]/.test(typed) ? typed : host;
}

/** The part of the path that stays the same: without a file's name, a query and a fragment. */
function folderOf(pathname: string): string {
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  const folder = last.includes('.') ? pathname.slice(0, pathname.length - last.length) : pathname;
  return folder.replace(/\/+$/, '');
}

function parentOf(host: string): string | null {
  if (/^\[|^[\d.]+(:\d+)?$/.test(host)) return null; // An IP address has nothing below it.
  const bare = host.replace(/:\d+$/, '');
  const labels = bare.split('.');
  const parent = labels.length > 2 ? labels.slice(1).join('.') : bare;
  if (!isTooBroad(parent)) return parent;
  return isTooBroad(bare) ? null : bare;
}

function readGlob(text: string): PatternRead {
  const glob = text.toLowerCase().startsWith('http') ? text : text.replace(/^\/+/, '');
  const host = glob.replace(/^[a-z*]+:\/\//i, '').replace(/\/.*$/, '');
  const suffix = /^\*\.([^*/]+)$/.exec(glob)?.[1]?.toLowerCase();
  if (suffix !== undefined) {
    if (isTooBroad(suffix)) return { ok: false, problem: 'too_broad' };
    if (!parseUrl(`https://${suffix}`)) return { ok: false, problem: 'not_an_address' };
    const pattern = { kind: 'hostSuffix', pattern: suffix } as const;
    return { ok: true, pattern, choices: [pattern] };
  }
  // What is fixed of the host must name somebody.
  const fixed = host.split('*').at(-1)?.replace(/^\./, '') ?? '';
  const named = fixed === '' ? (host.split('*')[0] ?? '').length >= 3 : !isTooBroad(fixed);
  if (!named) return { ok: false, problem: 'too_broad' };
  const pattern = { kind: 'glob', pattern: glob } as const;
  return { ok: true, pattern, choices: [pattern] };
}

/**
 * An address as people type or paste it, as a pattern by which a system is known. A pasted address of a page stands for
 * its whole host; a path without `https://` in front was meant. `*` makes a glob, `*.acme.example` all below a host.
 */
export function readPattern(typed: string): PatternRead {
  const text = typed.trim();
  if (text === '') return { ok: false, problem: 'empty' };
  if (text.length > LONGEST) return { ok: false, problem: 'too_long' };
  if (/\s/u.test(text)) return { ok: false, problem: 'spaces' };
  const scheme = /^([a-z][a-z0-9+.-]*):(?:\/\/|[^\d])/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    return { ok: false, problem: 'not_web' };
  if (text.includes('*')) return readGlob(text);
  const url = parseUrl(scheme === undefined ? `https://${text}` : text);
  if (
    !url ||
    url.hostname === '' ||
    /[@,;|<>"]/.test(url.hostname) ||
    (scheme === undefined && text.includes('@'))
  )
    return { ok: false, problem: 'not_an_address' };
  if (scheme === undefined && !/[.:]/.test(url.host) && url.hostname !== 'localhost')
    return { ok: false, problem: 'one_word' };
  if (url.hostname.startsWith('.') || url.hostname.includes('..'))
    return { ok: false, problem: 'not_an_address' };

  const host = hostAsTyped(text, url.host);
  const whole: AddressPattern = { kind: 'host', pattern: host };
  const parent = parentOf(host);
  const folder = folderOf(url.pathname);
  const below: readonly AddressPattern[] = parent === null ? [] : [{ kind: 'hostSuffix', pattern: parent }];
  const prefix: readonly AddressPattern[] =
    folder === '' ? [] : [{ kind: 'urlPrefix', pattern: `${host}${folder}` }];
  const [meant = whole] = scheme === undefined ? prefix : [];
  return { ok: true, pattern: meant, choices: [...below, whole, ...prefix] };
}

/** Several addresses in one field: by line, comma or blank. */
export function addressesIn(typed: string): string[] {
  return typed.split(/[\s,;]+/u).filter((part) => part !== '');
}
