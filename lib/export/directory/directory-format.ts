import { z } from '../../domain/z.ts';
import { agreement } from '../../domain/directory/agreement.ts';
import { contact } from '../../domain/directory/contact.ts';
import { provider } from '../../domain/directory/provider.ts';
import { system } from '../../domain/directory/system.ts';
import { reporter, team } from '../../domain/directory/team.ts';
import { workingCalendar } from '../../domain/directory/working-calendar.ts';
import { instant, text } from '../../domain/ledger/primitives.ts';

export const DIRECTORY_FORMAT = 'casebook-directory/1';

/** Checked before anything is read or built. */
export const DIRECTORY_LIMITS = {
  fileBytes: 8 << 20,
  depth: 12,
  /** Of one kind. */
  things: 2000,
  /** One thing as text: a calendar with fifty years of holidays has some 20 KB. */
  thingBytes: 256 << 10,
} as const;

const head = {
  format: z.literal(DIRECTORY_FORMAT),
  madeAt: instant,
  application: z.strictObject({ name: z.literal('Casebook'), version: text(40) }),
};

const many = <T extends z.ZodMiniType>(thing: T) =>
  z.optional(z.array(thing).check(z.maxLength(DIRECTORY_LIMITS.things)));

/** A directory as one file: who is responsible for what, what was agreed, whom to ask, and our teams. */
export const directoryFile = z.strictObject({
  ...head,
  providers: many(provider),
  systems: many(system),
  agreements: many(agreement),
  calendars: many(workingCalendar),
  contacts: many(contact),
  teams: many(team),
  reporters: many(reporter),
});

/** The same before each thing is looked at by itself, so that a bad one costs only itself. */
export const directoryOutline = z.strictObject({
  ...head,
  providers: many(z.unknown()),
  systems: many(z.unknown()),
  agreements: many(z.unknown()),
  calendars: many(z.unknown()),
  contacts: many(z.unknown()),
  teams: many(z.unknown()),
  reporters: many(z.unknown()),
});
