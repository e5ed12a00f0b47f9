import type { AddressPattern, System } from '../../domain/directory/system.ts';
import { patternAt, type Recognised } from '../../domain/directory/system-of.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import type { IssueId, Position } from '../../domain/ledger/primitives.ts';
import { parseUrl } from '../../domain/web.ts';
import type { Digest, KnownProvider, KnownSystem } from './digest.ts';
import type { Described } from './system-in.ts';

/** Room for patterns in a system; see its schema. */
const MOST_PATTERNS = 100;

/** An address that can be given to another system for good, and who has just this one now. */
export type Always = Readonly<{ pattern: AddressPattern; from: string | null }>;

/** First part of a path that names a program and not one of its things. */
const PROGRAM = /^\/([\p{L}._~-][\p{L}\p{N}._~-]{0,39})(?=\/|$)/u;

/** `portal.example/erp`, for hosts on which several systems live. */
function programAt(host: string, url: string | null): AddressPattern[] {
  const path = PROGRAM.exec(parseUrl(url ?? '')?.pathname ?? '');
  return path === null ? [] : [{ kind: 'urlPrefix', pattern: `${host}/${path[1] ?? ''}` }];
}

/**
 * What "from now on" can mean for this issue's address, the widest first. Nobody has it: its host. One has it by just this
 * host or address: that is moved. One has it by something wider: the host is more specific, and wins. Several fit equally
 * well: that is meant, so only a part of the host can be told apart. Empty: it has no address, or the organisation says
 * whose it is.
 */
export function alwaysOf(
  digest: Digest,
  { host, url }: Described,
  recognised: Recognised,
): readonly Always[] {
  if (host === null) return [];
  const free = (pattern: AddressPattern): Always => ({ pattern, from: null });
  const whole: AddressPattern = { kind: 'host', pattern: host };
  const part = programAt(host, url);
  if (recognised.kind === 'none') return [whole, ...part].map(free);
  if (recognised.kind === 'ask') return part.map(free);
  const { system } = recognised;
  const deciding = patternAt(system, url ?? `https://${host}/`);
  if (deciding === null || deciding.kind === 'hostSuffix' || deciding.kind === 'glob')
    return [whole, ...part].map(free);
  const owner = digest.systems.find(({ value }) => value.id === system.id);
  // Below an address that is given to somebody, only the whole of it can be given to somebody else.
  const narrower = deciding.kind === 'host' ? part.map(free) : [];
  if (owner?.fixed === true) return narrower;
  // A retired system keeps its patterns: it is not asked before those that are in use.
  return [{ pattern: deciding, from: owner === undefined ? null : system.id }, ...narrower];
}

const same = (a: AddressPattern) => (b: AddressPattern) => a.kind === b.kind && a.pattern === b.pattern;

function withPattern(system: System, pattern: AddressPattern): System {
  const has = system.patterns.some(same(pattern)) || system.patterns.length >= MOST_PATTERNS;
  return has ? system : { ...system, patterns: [...system.patterns, pattern] };
}
function withoutPattern(system: System, pattern: AddressPattern): System {
  return { ...system, patterns: system.patterns.filter((one) => !same(pattern)(one)) };
}

/** The systems as they are after the choice; only those that change. */
export function changedSystems(digest: Digest, target: KnownSystem, always: Always | null): System[] {
  const isNew = !digest.systems.includes(target);
  if (always === null || target.fixed === true || always.from === target.value.id)
    return isNew ? [target.value] : [];
  const given = withPattern(target.value, always.pattern);
  const owner = digest.systems.find(({ value }) => value.id === always.from);
  return [
    ...(owner === undefined ? [] : [withoutPattern(owner.value, always.pattern)]),
    ...(given === target.value && !isNew ? [] : [given]),
  ];
}

type Stamp = Omit<Extract<NewEntry, { kind: 'issue.trashed' }>, 'kind' | 'body' | 'issueId'>;

/** The entry that makes the system as it is to be. */
export function systemSaved(stamp: Stamp, value: System, head: Position | undefined): NewEntry {
  const { patterns, aliases, ...rest } = value;
  const plain = { ...rest, patterns: patterns.map((pattern) => ({ ...pattern })), aliases: [...aliases] };
  return { ...stamp, kind: 'system.saved', body: { value: plain, ...(head && { supersedes: { ...head } }) } };
}

export function providerSaved(stamp: Stamp, { id, name }: Pick<KnownProvider, 'id' | 'name'>): NewEntry {
  // Nothing is known yet but the name; the rest is said on the provider's page.
  return { ...stamp, kind: 'provider.saved', body: { value: { id, name, kind: 'other', channels: [] } } };
}

export function retired(
  stamp: Stamp,
  kind: 'system.retired' | 'provider.retired',
  id: string,
  head: Position | undefined,
): NewEntry {
  return { ...stamp, kind, body: { id, ...(head && { supersedes: { ...head } }) } };
}

/** null: the address decides again. */
export function assigned(stamp: Stamp, issueId: IssueId, systemId: string | null): NewEntry {
  return { ...stamp, kind: 'issue.assigned', issueId, body: { systemId } };
}
