import type { OpeningHours } from '../time/calendar.ts';
import type { Agreement, AgreementVersion } from './agreement.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Agreements to begin with. People change them to what their contract says. */
export const STARTERS = ['msp_9_5', 'saas_24x7', 'cloud', 'measure_first'] as const;
export type StarterKey = (typeof STARTERS)[number];

type Windows = NonNullable<OpeningHours['weekly']['mon']>;
type Targets = AgreementVersion['targets'];
type Rules = Omit<AgreementVersion, 'validFrom' | 'calendarId' | 'targets'>;

/** Which of the two calendars: the agreement's own, and the one for priorities that can wait. */
type Starter = Readonly<{
  type: Agreement['type'];
  hours: 'office' | 'always';
  targets: Targets;
  /** Priorities whose clocks run in office hours although the agreement is around the clock. */
  inOfficeHours: readonly Exclude<keyof Targets, 'any'>[];
  rules: Rules;
}>;

const NINE_TO_FIVE: Windows = [['09:00', '17:00']];
const WHOLE_DAY: Windows = [['00:00', '24:00']];

const weekOf = (windows: Windows, weekend: Windows): OpeningHours => ({
  weekly: {
    mon: windows,
    tue: windows,
    wed: windows,
    thu: windows,
    fri: windows,
    sat: weekend,
    sun: weekend,
  },
});
const HOURS = { office: weekOf(NINE_TO_FIVE, []), always: weekOf(WHOLE_DAY, WHOLE_DAY) } as const;

const HOUR = 60;
/** Monday to Friday, 9 to 5. */
const WORKING_DAY = 8 * HOUR;
const DAY = 24 * HOUR;

/** Round figures of contracts as they are commonly offered; sources in docs/rules.md. */
const TABLE: Readonly<Record<StarterKey, Starter>> = {
  msp_9_5: {
    type: 'sla',
    hours: 'office',
    targets: {
      P1: { responseMin: HOUR, updateEveryMin: 2 * HOUR, restoreMin: 4 * HOUR, resolutionMin: WORKING_DAY },
      P2: { responseMin: 2 * HOUR, updateEveryMin: 4 * HOUR, resolutionMin: 2 * WORKING_DAY },
      P3: { responseMin: 4 * HOUR, resolutionMin: 5 * WORKING_DAY },
      P4: { responseMin: WORKING_DAY, resolutionMin: 10 * WORKING_DAY },
      P5: { responseMin: 2 * WORKING_DAY, resolutionMin: 20 * WORKING_DAY },
      any: { responseMin: 4 * HOUR },
    },
    inOfficeHours: [],
    rules: { compliance: { responsePercent: 90, resolutionPercent: 90, window: 'month' } },
  },
  saas_24x7: {
    type: 'sla',
    hours: 'always',
    targets: {
      P1: { responseMin: HOUR, updateEveryMin: 2 * HOUR, restoreMin: 8 * HOUR },
      P2: { responseMin: 4 * HOUR, updateEveryMin: DAY },
      P3: { responseMin: WORKING_DAY },
      P4: { responseMin: 2 * WORKING_DAY },
      P5: { responseMin: 3 * WORKING_DAY },
      any: { responseMin: DAY },
    },
    inOfficeHours: ['P3', 'P4', 'P5'],
    rules: {
      availability: {
        targetMilliPercent: 99_900,
        unit: 'minutes',
        wholeMinutesOnly: true,
        excludesMaintenance: true,
      },
      creditTiers: [
        { belowMilliPercent: 99_900, creditPercent: 10 },
        { belowMilliPercent: 99_000, creditPercent: 25 },
      ],
      claim: { fileBy: { anchor: 'incident', plusDays: 30 }, requiredEvidence: [] },
    },
  },
  cloud: {
    type: 'sla',
    hours: 'always',
    targets: {
      P1: { responseMin: HOUR },
      P2: { responseMin: 4 * HOUR },
      P3: { responseMin: 12 * HOUR },
      any: { responseMin: DAY },
    },
    inOfficeHours: [],
    rules: {
      availability: {
        targetMilliPercent: 99_990,
        unit: 'minutes',
        wholeMinutesOnly: true,
        excludesMaintenance: true,
      },
      creditTiers: [
        { belowMilliPercent: 99_990, creditPercent: 10 },
        { belowMilliPercent: 99_000, creditPercent: 30 },
        { belowMilliPercent: 95_000, creditPercent: 100 },
      ],
      claim: { fileBy: { anchor: 'end_of_nth_billing_cycle_after', n: 2 }, requiredEvidence: [] },
    },
  },
  measure_first: { type: 'none', hours: 'office', targets: {}, inOfficeHours: [], rules: {} },
};

export type StarterNames = Readonly<{ agreement: string; aroundTheClock: string; officeHours: string }>;

export type StarterInput = Readonly<{
  /** A new id at each call. */
  ids: () => string;
  providerId: string;
  /** Zone of the contract and of both calendars. */
  tz: string;
  /** Plain date from which it holds. */
  validFrom: string;
  names: StarterNames;
}>;

/** What is saved: first the calendars, then the agreement that names them. */
export type StarterParts = Readonly<{ calendars: readonly WorkingCalendar[]; agreement: Agreement }>;

/** The working hours that a starter comes with; the first are those of the agreement. */
export function starterHours(key: StarterKey): readonly ('office' | 'always')[] {
  const { hours, inOfficeHours } = TABLE[key];
  return inOfficeHours.length > 0 ? [hours, 'office'] : [hours];
}

/** A starter as things of the directory, with ids of their own. */
export function starter(
  key: StarterKey,
  { ids, providerId, tz, validFrom, names }: StarterInput,
): StarterParts {
  const { type, targets, inOfficeHours, rules } = TABLE[key];
  const calendars = starterHours(key).map((hours): WorkingCalendar => ({
    id: ids(),
    name: hours === 'always' ? names.aroundTheClock : names.officeHours,
    tz,
    versions: [{ validFrom, hours: HOURS[hours] }],
  }));
  const [main, office] = calendars;
  if (!main) throw new Error('Every starter has working hours.');
  const own = { ...targets };
  for (const priority of inOfficeHours) {
    const target = own[priority];
    if (target && office) own[priority] = { ...target, calendarId: office.id };
  }
  return {
    calendars,
    agreement: {
      id: ids(),
      providerId,
      type,
      name: names.agreement,
      tz,
      versions: [{ validFrom, calendarId: main.id, targets: own, ...rules }],
    },
  };
}
