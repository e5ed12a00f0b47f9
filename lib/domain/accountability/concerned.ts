import type { Directory } from '../directory/directory.ts';
import { matchesGlob } from '../directory/glob.ts';
import { systemOf } from '../directory/system-of.ts';
import type { AddressPattern, System } from '../directory/system.ts';
import { parseUrl } from '../web.ts';

/** What of the directory accounts are made of, thing by thing: two equal ones give equal accounts. */
export type Digest = Readonly<Record<string, string>>;

/** Names, persons and documents are left out: they change no account. */
export function digestOf(directory: Directory): Digest {
  const all: Record<string, string> = {};
  const add = (kind: string, id: string, value: unknown): void => {
    all[`${kind} ${id}`] = JSON.stringify(value);
  };
  for (const { id, tz } of directory.providers.values()) add('provider', id, tz ?? '');
  for (const one of directory.systems.values()) add('system', one.id, systemFacts(one));
  for (const { id, providerId, type, tz, versions } of directory.agreements.values())
    add('agreement', id, { providerId, type, tz, versions });
  for (const { id, tz, versions } of directory.calendars.values()) add('calendar', id, { tz, versions });
  for (const { id, calendarId } of directory.teams.values()) add('team', id, calendarId ?? '');
  for (const { id, teamId } of directory.reporters.values()) add('reporter', id, teamId ?? '');
  for (const [key, thing] of directory.retired)
    if (thing.kind !== 'contact')
      all[`${key}`] = `retired ${thing.kind === 'system' ? JSON.stringify(systemFacts(thing.value)) : ''}`;
  return all;
}

function systemFacts({ name, providerId, agreementId, patterns, aliases }: System) {
  // Names recognise what is not in the browser.
  return { name, providerId: providerId ?? '', agreementId: agreementId ?? '', patterns, aliases };
}

/** Whose accounts a changed directory may change. */
export type Concerned =
  | Readonly<{ all: true }>
  | Readonly<{
      all: false;
      providers: ReadonlySet<string>;
      systems: ReadonlySet<string>;
      hosts: readonly AddressPattern[];
      /** What was recorded by hand: names recognise it. */
      handmade: boolean;
    }>;

const EVERYBODY: Concerned = { all: true };

/** What a text of the digest holds; the texts are our own. */
const read = (text: string | undefined): Readonly<Record<string, unknown>> => {
  const json = text?.replace(/^retired /, '') ?? '';
  return json.startsWith('{') ? (JSON.parse(json) as Record<string, unknown>) : {}; // as: written by digestOf
};

function patternsOf(text: string | undefined): AddressPattern[] {
  const { patterns } = read(text);
  return Array.isArray(patterns) ? (patterns as AddressPattern[]) : []; // as: written by digestOf
}

const words = (text: string | undefined) => {
  const { name, aliases } = read(text);
  return JSON.stringify([name ?? '', aliases ?? []]);
};

/** Compares two digests. What cannot be narrowed down concerns everybody. */
export function concernedBy(before: Digest, after: Digest): Concerned {
  const [providers, systems] = [new Set<string>(), new Set<string>()];
  const hosts: AddressPattern[] = [];
  let handmade = false;
  const both = [before, after];
  const ofProvider = (text: string | undefined) => {
    const { providerId } = read(text);
    if (typeof providerId === 'string' && providerId !== '') providers.add(providerId);
  };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[key], after[key]];
    if (was === is) continue;
    const [kind = '', id = ''] = key.split(' ', 2);
    if (kind === 'provider') providers.add(id);
    else if (kind === 'agreement') for (const text of [was, is]) ofProvider(text);
    else if (kind === 'system') {
      if (words(was) !== words(is)) handmade = true;
      systems.add(id);
      hosts.push(...patternsOf(was), ...patternsOf(is));
    } else if (kind === 'calendar') {
      for (const digest of both)
        for (const [other, text] of Object.entries(digest)) {
          if (!text.includes(JSON.stringify(id))) continue;
          if (!other.startsWith('agreement ')) return EVERYBODY;
          ofProvider(text);
        }
    } else return EVERYBODY;
  }
  return { all: false, providers, systems, hosts, handmade };
}

/** Whether an address of this host may fit the pattern; rather yes than no. */
export function mayFit(host: string, { kind, pattern }: AddressPattern): boolean {
  if (host === '') return false;
  const wide: AddressPattern =
    kind === 'urlPrefix'
      ? {
          kind: 'host',
          pattern: parseUrl(/^https?:\/\//i.test(pattern) ? pattern : `https://${pattern}`)?.host ?? pattern,
        }
      : { kind, pattern };
  if (kind === 'glob' && pattern.includes('/')) {
    const [hostPart = ''] = pattern.replace(/^[^/]*:\/\//, '').split('/', 1);
    return hostPart.includes('*') || matchesGlob(host, hostPart.toLowerCase());
  }
  const probe: System = {
    id: 'probe',
    name: 'probe',
    patterns: [wide],
    environment: 'prod',
    criticality: 1,
    aliases: [],
  };
  return (
    systemOf([probe], `https://${host}/`).kind === 'one' ||
    systemOf([probe], `http://${host}/`).kind === 'one'
  );
}
