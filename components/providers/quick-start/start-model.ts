import type { Directory } from '../../../lib/domain/directory/directory.ts';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import type { DirectoryThing } from '../../../lib/domain/directory/read-entry.ts';
import { addressesIn, readPattern } from '../../../lib/domain/directory/read-pattern.ts';
import type { PatternProblem } from '../../../lib/domain/directory/read-pattern.ts';
import { starter } from '../../../lib/domain/directory/starters.ts';
import type { StarterKey, StarterNames } from '../../../lib/domain/directory/starters.ts';
import type { AddressPattern } from '../../../lib/domain/directory/system.ts';
import { parseDate } from '../../../lib/domain/time/civil.ts';
import { isZone } from '../../../lib/domain/time/zone-offset.ts';

export type StartDraft = Readonly<{
  name: string;
  addresses: string;
  system: string;
  starter: StarterKey;
  /** Plain date from which the agreement holds. */
  since: string;
  kind: Provider['kind'];
  zone: string;
}>;

export type StartProblems = Readonly<{
  name?: Readonly<{ is: 'missing' } | { is: 'taken'; by: string }>;
  addresses?: Readonly<{ part: string; is: PatternProblem }>;
  since?: true;
  zone?: true;
}>;

/** What the typed addresses stand for, each pattern once; those that cannot be read are left out. */
export function patternsIn(addresses: string): AddressPattern[] {
  const found = addressesIn(addresses).flatMap((typed) => {
    const read = readPattern(typed);
    return read.ok ? [read.pattern] : [];
  });
  const keys = found.map(({ kind, pattern }) => `${kind} ${pattern}`);
  return found.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

const folded = (text: string) => text.trim().toLocaleLowerCase();

export function startProblems(draft: StartDraft, { providers }: Directory): StartProblems {
  const taken = [...providers.values()].find(({ name }) => folded(name) === folded(draft.name));
  const bad = addressesIn(draft.addresses).flatMap((part) => {
    const read = readPattern(part);
    return read.ok ? [] : [{ part, is: read.problem }];
  })[0];
  return {
    ...(draft.name.trim() === '' ? { name: { is: 'missing' } } : {}),
    ...(taken === undefined ? {} : { name: { is: 'taken', by: taken.name } }),
    ...(bad === undefined ? {} : { addresses: bad }),
    ...(parseDate(draft.since) === null ? { since: true } : {}),
    ...(isZone(draft.zone) ? {} : { zone: true }),
  };
}

/** `portal.acme.example` is called like that until somebody gives it a name. */
function nameOfSystem({ system, name }: StartDraft, [first]: readonly AddressPattern[]): string {
  const typed = system.trim();
  return typed !== '' ? typed : (first?.pattern ?? name.trim());
}

/** Everything that a new provider begins with; saved together, taken back together. */
export function startThings(
  draft: StartDraft,
  { ids, names }: Readonly<{ ids: () => string; names: StarterNames }>,
): Readonly<{ providerId: string; things: readonly DirectoryThing[] }> {
  const providerId = ids();
  const { name, kind, zone: tz, since: validFrom } = draft;
  const parts = starter(draft.starter, { ids, providerId, tz, validFrom, names });
  const patterns = patternsIn(draft.addresses);
  const system: readonly DirectoryThing[] =
    patterns.length === 0 && draft.system.trim() === ''
      ? []
      : [
          {
            kind: 'system',
            value: {
              id: ids(),
              name: nameOfSystem(draft, patterns),
              providerId,
              patterns,
              environment: 'prod',
              criticality: 2,
              aliases: [],
            },
          },
        ];
  return {
    providerId,
    things: [
      { kind: 'provider', value: { id: providerId, name: name.trim(), kind, tz, channels: [] } },
      ...parts.calendars.map((value): DirectoryThing => ({ kind: 'calendar', value })),
      { kind: 'agreement', value: parts.agreement },
      ...system,
    ],
  };
}
