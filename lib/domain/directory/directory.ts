import { standing } from '../issue/standing.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Position } from '../ledger/primitives.ts';
import { compareText } from '../text/compare.ts';
import type { DirectoryKind } from './entries.ts';
import {
  isDirectoryEntry,
  readDirectoryEntry,
  type DirectoryEntry,
  type DirectorySaid,
  type DirectoryThing,
  type Things,
} from './read-entry.ts';

type ById<K extends DirectoryKind> = ReadonlyMap<string, Things[K]>;

/** One version of a thing of which two were written without knowing of each other. */
export type Rival = Readonly<{ thing: DirectoryThing | null; entry: DirectoryEntry; holds: boolean }>;
export type DirectoryConflict = Readonly<{ kind: DirectoryKind; id: string; versions: readonly Rival[] }>;

/** Who is responsible for what, and what was agreed. Things are in the order in which they came to be. */
export type Directory = Readonly<{
  providers: ById<'provider'>;
  systems: ById<'system'>;
  agreements: ById<'agreement'>;
  calendars: ById<'calendar'>;
  contacts: ById<'contact'>;
  teams: ById<'team'>;
  reporters: ById<'reporter'>;
  /** To be asked: both versions stay until somebody saves one. */
  conflicts: readonly DirectoryConflict[];
  /** As last saved, by kind and id: not offered any more, but what named them stays explained. */
  retired: ReadonlyMap<string, DirectoryThing>;
  /** The entry that holds, by kind and id: what the next edit replaces. */
  heads: ReadonlyMap<string, Position>;
  /** Entries that do not fit their kind: written by a later version. */
  unreadable: number;
}>;

export function headKey(kind: DirectoryKind, id: string): string {
  return `${kind} ${id}`;
}

type Version = DirectorySaid & Readonly<{ entry: DirectoryEntry }>;
type Placed = Version & Pick<DirectoryEntry, 'at' | 'recordedAt' | 'ledger' | 'n'>;

/** Reading costs more than folding: pass one that remembers where the same entries are folded again and again. */
export type ReadEntry = (entry: DirectoryEntry) => DirectorySaid | null;

function versionsOf(entries: readonly Entry[], read: ReadEntry) {
  const byThing = new Map<string, Placed[]>();
  let unreadable = 0;
  for (const entry of entries) {
    if (!isDirectoryEntry(entry)) continue;
    const said = read(entry);
    if (said === null) {
      unreadable += 1;
      continue;
    }
    const { at, recordedAt, ledger, n } = entry;
    const version = { ...said, entry, at, recordedAt, ledger, n };
    const key = headKey(said.kind, said.id);
    const known = byThing.get(key);
    if (known) known.push(version);
    else byThing.set(key, [version]);
  }
  return { byThing, unreadable };
}

function same(a: Version, b: Version): boolean {
  return JSON.stringify(a.thing) === JSON.stringify(b.thing);
}

function conflictOf(decides: Placed, rivals: readonly Placed[]): DirectoryConflict | null {
  if (rivals.every((rival) => same(rival, decides))) return null;
  const versions = [decides, ...rivals].map((version) => ({
    thing: version.thing,
    entry: version.entry,
    holds: version === decides,
  }));
  return { kind: decides.kind, id: decides.id, versions };
}

/** The directory as its entries say, in whatever order they come. `given` holds in any case: rules of the organisation. */
export function foldDirectory(
  entries: readonly Entry[],
  given: readonly DirectoryThing[] = [],
  read: ReadEntry = readDirectoryEntry,
): Directory {
  const { byThing, unreadable } = versionsOf(entries, read);
  const things = new Map<string, DirectoryThing>();
  const retired = new Map<string, DirectoryThing>();
  const heads = new Map<string, Position>();
  const conflicts: DirectoryConflict[] = [];
  for (const [key, versions] of byThing) {
    const { decides, rivals } = standing(versions, ({ entry }) => entry.body.supersedes);
    if (decides === undefined) continue;
    heads.set(key, { ledger: decides.ledger, n: decides.n });
    if (decides.thing !== null) things.set(key, decides.thing);
    else {
      const saved = versions.filter(({ thing }) => thing !== null);
      const last = standing(saved, ({ entry }) => entry.body.supersedes).decides?.thing;
      if (last != null) retired.set(key, last);
    }
    const conflict = conflictOf(decides, rivals);
    if (conflict !== null) conflicts.push(conflict);
  }
  for (const thing of given) things.set(headKey(thing.kind, thing.value.id), thing);
  const all = [...things.values()].toSorted((a, b) => compareText(a.value.id, b.value.id));
  const of = <K extends DirectoryKind>(kind: K): ById<K> =>
    new Map(
      all.flatMap(
        (thing) => (thing.kind === kind ? [[thing.value.id, thing.value as Things[K]] as const] : []), // as: the kind was just compared
      ),
    );
  return {
    providers: of('provider'),
    systems: of('system'),
    agreements: of('agreement'),
    calendars: of('calendar'),
    contacts: of('contact'),
    teams: of('team'),
    reporters: of('reporter'),
    conflicts: conflicts.toSorted((a, b) => compareText(headKey(a.kind, a.id), headKey(b.kind, b.id))),
    retired,
    heads,
    unreadable,
  };
}

/** The thing with this id, also when it is retired. */
export function thingOf<K extends DirectoryKind>(
  directory: Directory,
  kind: K,
  id: string | null | undefined,
): Things[K] | null {
  if (id === null || id === undefined) return null;
  const shelf: ReadonlyMap<string, DirectoryThing['value']> = directory[SHELVES[kind]];
  const found = shelf.get(id) ?? directory.retired.get(headKey(kind, id))?.value;
  return (found as Things[K] | undefined) ?? null; // as: a shelf holds things of one kind
}

export const SHELVES = {
  provider: 'providers',
  system: 'systems',
  agreement: 'agreements',
  calendar: 'calendars',
  contact: 'contacts',
  team: 'teams',
  reporter: 'reporters',
} as const;
