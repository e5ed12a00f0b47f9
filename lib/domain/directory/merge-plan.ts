import { canonicalText } from '../ledger/canonical.ts';
import type { Agreement } from './agreement.ts';
import { headKey, thingOf, SHELVES, type Directory } from './directory.ts';
import type { DirectoryKind } from './entries.ts';
import type { DirectoryThing } from './read-entry.ts';

/** Why a thing of a file is not taken. */
export type RefusedReason =
  /** Not as its kind demands. */
  | 'invalid'
  /** Larger than a thing of the directory can be. */
  | 'too-large'
  /** The file names the same thing twice. */
  | 'twice'
  /** The organisation gives it: it cannot be changed here. */
  | 'managed'
  /** An agreement whose provider or hours are neither in the file nor here. */
  | 'missing';

export type RefusedThing = Readonly<{
  kind: DirectoryKind;
  /** '' where it has none that can be read. */
  name: string;
  reason: RefusedReason;
  /** Place in the file, from 1. */
  place: number;
}>;

/** A thing of a file, and where it stood there. */
export type FileThing = Readonly<{ thing: DirectoryThing; place: number }>;

/** What taking the things of a file would do. Each of them is in exactly one of these lists. */
export type MergePlan = Readonly<{
  fresh: readonly DirectoryThing[];
  same: readonly DirectoryThing[];
  changed: readonly DirectoryThing[];
  refused: readonly RefusedThing[];
}>;

const keyOf = ({ kind, value }: DirectoryThing) => headKey(kind, value.id);

/** What must be there for an agreement to mean anything. */
function neededBy({ providerId, versions }: Agreement): string[] {
  const calendars = versions.flatMap(({ calendarId, targets, claim }) => [
    calendarId,
    ...Object.values(targets).flatMap((target) => target?.calendarId ?? []),
    ...[claim?.notifyBy, claim?.fileBy].flatMap((rule) => rule?.calendarId ?? []),
  ]);
  return [headKey('provider', providerId), ...calendars.map((id) => headKey('calendar', id))];
}

function isHere(directory: Directory, key: string): boolean {
  const [kind, id] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
  return (
    directory.retired.has(key) || (kind === 'provider' ? directory.providers : directory.calendars).has(id)
  );
}

function reasonAgainst(
  { thing }: FileThing,
  names: ReadonlyMap<string, number>,
  directory: Directory,
  managed: ReadonlySet<string>,
): RefusedReason | null {
  if ((names.get(keyOf(thing)) ?? 0) > 1) return 'twice';
  if (managed.has(thing.value.id)) return 'managed';
  if (thing.kind !== 'agreement') return null;
  // What is named twice is refused itself, so that it does not count as there.
  return neededBy(thing.value).every((key) => names.get(key) === 1 || isHere(directory, key))
    ? null
    : 'missing';
}

/** Compares the things of a file with the directory here. A thing that was retired here and is the same stays retired. */
export function mergePlan(
  directory: Directory,
  managed: ReadonlySet<string>,
  things: readonly FileThing[],
): MergePlan {
  const names = new Map<string, number>();
  for (const { thing } of things) names.set(keyOf(thing), (names.get(keyOf(thing)) ?? 0) + 1);
  const fresh: DirectoryThing[] = [];
  const same: DirectoryThing[] = [];
  const changed: DirectoryThing[] = [];
  const refused: RefusedThing[] = [];
  for (const one of things) {
    const { thing, place } = one;
    const reason = reasonAgainst(one, names, directory, managed);
    if (reason !== null) {
      refused.push({ kind: thing.kind, name: thing.value.name, reason, place });
      continue;
    }
    const here = thingOf(directory, thing.kind, thing.value.id);
    if (here === null) fresh.push(thing);
    else if (canonicalText(here) === canonicalText(thing.value)) same.push(thing);
    else changed.push(thing);
  }
  return { fresh, same, changed, refused };
}

/** Everything that is used, and of what is retired that by which agreements are still explained. */
export function sharedThings(directory: Directory, withReporters: boolean): DirectoryThing[] {
  const used = Object.entries(SHELVES).flatMap(
    ([kind, shelf]) =>
      kind === 'reporter' && !withReporters
        ? []
        : [...directory[shelf].values()].map((value) => ({ kind, value }) as DirectoryThing), // as: a shelf holds things of its kind
  );
  const named = new Set(used.flatMap(({ kind, value }) => (kind === 'agreement' ? neededBy(value) : [])));
  const retired = [...named].flatMap((key) => directory.retired.get(key) ?? []);
  return [...used, ...retired];
}
