import { thingOf, type Directory } from '../directory/directory.ts';
import type { Provider } from '../directory/provider.ts';
import type { Agreement } from '../directory/agreement.ts';
import type { System } from '../directory/system.ts';
import type { CalendarRules } from '../time/calendar.ts';

export type Responsible = Readonly<{ provider: Provider | null; agreement: Agreement | null }>;

/** Who is responsible for a system, and under which agreement: its own, else the only one with its provider. */
export function responsibleFor(system: System | null, directory: Directory): Responsible {
  if (system === null) return { provider: null, agreement: null };
  const own = thingOf(directory, 'agreement', system.agreementId);
  const provider = thingOf(directory, 'provider', system.providerId ?? own?.providerId);
  if (own !== null || provider === null) return { provider, agreement: own };
  const all = [...directory.agreements.values()].filter(({ providerId }) => providerId === provider.id);
  return { provider, agreement: all.length === 1 ? (all[0] ?? null) : null };
}

/** A calendar as it is shown: by its name where it has one, else as what is assumed. */
export type NamedCalendar = Readonly<{ id: string | null; name: string | null; rules: CalendarRules }>;

const AROUND: CalendarRules['versions'] = [
  {
    validFrom: '0001-01-01',
    hours: {
      weekly: {
        mon: [['00:00', '24:00']],
        tue: [['00:00', '24:00']],
        wed: [['00:00', '24:00']],
        thu: [['00:00', '24:00']],
        fri: [['00:00', '24:00']],
        sat: [['00:00', '24:00']],
        sun: [['00:00', '24:00']],
      },
    },
  },
];

/** Around the clock, one object per zone, so that what is spread out of it is kept. */
const around = new Map<string, NamedCalendar>();
export function aroundTheClock(tz: string): NamedCalendar {
  const known = around.get(tz) ?? { id: null, name: null, rules: { tz, versions: AROUND } };
  around.set(tz, known);
  return known;
}

/** The calendar with this id; null when there is none. */
export function calendarOf(directory: Directory, id: string | undefined): NamedCalendar | null {
  const calendar = thingOf(directory, 'calendar', id);
  return calendar === null ? null : { id: calendar.id, name: calendar.name, rules: calendar };
}

/** Our working hours for what this person saw: of their team, else of the first team that has some. */
export function ourCalendar(reporterId: string | null, directory: Directory): NamedCalendar | null {
  const reporter = thingOf(directory, 'reporter', reporterId);
  const own = calendarOf(directory, thingOf(directory, 'team', reporter?.teamId)?.calendarId);
  if (own !== null) return own;
  for (const { calendarId } of directory.teams.values()) {
    const found = calendarOf(directory, calendarId);
    if (found !== null) return found;
  }
  return null;
}

/** All systems, those still in use apart from those that are retired. */
export type Systems = Readonly<{ now: readonly System[]; retired: readonly System[] }>;

const known = new WeakMap<Directory, Systems>();

/** Made once per directory: it is asked for every issue of a log. */
export function systemsIn(directory: Directory): Systems {
  const made = known.get(directory) ?? {
    now: [...directory.systems.values()],
    retired: [...directory.retired.values()].flatMap((thing) =>
      thing.kind === 'system' ? [thing.value] : [],
    ),
  };
  known.set(directory, made);
  return made;
}
