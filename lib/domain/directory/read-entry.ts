import type { Entry, EntryOf } from '../ledger/entry.ts';
import { agreement, type Agreement } from './agreement.ts';
import { contact, type Contact } from './contact.ts';
import { directoryKindOf, type DirectoryKind } from './entries.ts';
import { provider, type Provider } from './provider.ts';
import { system, type System } from './system.ts';
import { reporter, team, type Reporter, type Team } from './team.ts';
import { workingCalendar, type WorkingCalendar } from './working-calendar.ts';

export type Things = {
  provider: Provider;
  system: System;
  agreement: Agreement;
  calendar: WorkingCalendar;
  contact: Contact;
  team: Team;
  reporter: Reporter;
};

/** A thing of the directory with its kind. */
export type DirectoryThing = { [K in DirectoryKind]: Readonly<{ kind: K; value: Things[K] }> }[DirectoryKind];

export type DirectoryEntry = EntryOf<`${DirectoryKind}.saved` | `${DirectoryKind}.retired`>;

const SCHEMAS = { provider, system, agreement, calendar: workingCalendar, contact, team, reporter } as const;

export function isDirectoryEntry(entry: Entry): entry is DirectoryEntry {
  return directoryKindOf(entry.kind) !== null;
}

/** The thing as its kind demands; null when it does not fit. For what comes from outside: a file, a managed policy. */
export function readThing(kind: DirectoryKind, value: unknown): DirectoryThing | null {
  const parsed = SCHEMAS[kind].safeParse(value);
  return parsed.success ? ({ kind, value: parsed.data } as DirectoryThing) : null; // as: the schema is that of the kind
}

/** What a directory entry says. `thing` null: it is retired. */
export type DirectorySaid = Readonly<{ kind: DirectoryKind; id: string; thing: DirectoryThing | null }>;

/** null: the body is not as its kind demands, because it was forged or comes from a later version. */
export function readDirectoryEntry(entry: DirectoryEntry): DirectorySaid | null {
  const kind = directoryKindOf(entry.kind);
  if (kind === null) return null;
  if (!('value' in entry.body)) return { kind, id: entry.body.id, thing: null };
  const thing = readThing(kind, entry.body.value);
  return thing === null ? null : { kind, id: thing.value.id, thing };
}
