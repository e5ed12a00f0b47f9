import fc from 'fast-check';
import { foldDirectory, type Directory } from '../../lib/domain/directory/directory.ts';
import type { DirectoryThing } from '../../lib/domain/directory/read-entry.ts';
import { STARTERS, starter } from '../../lib/domain/directory/starters.ts';

/** A directory that has these things, as if somebody had saved them. */
export function directoryOf(things: readonly DirectoryThing[]): Directory {
  return foldDirectory([], things);
}

const word = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((text) => text.isWellFormed());

/** One provider with a starter agreement, a system, a contact, a team and who sits there; ids begin with `prefix`. */
function provider(prefix: string): fc.Arbitrary<DirectoryThing[]> {
  return fc
    .record({ name: word, key: fc.constantFrom(...STARTERS), contact: word, team: word, person: word })
    .map(({ name, key, contact, team, person }): DirectoryThing[] => {
      let next = 0;
      const providerId = `${prefix}-provider`;
      const { calendars, agreement } = starter(key, {
        ids: () => `${prefix}-${(next += 1)}`,
        providerId,
        tz: 'Europe/Berlin',
        validFrom: '2026-01-01',
        names: { agreement: name, aroundTheClock: 'Always', officeHours: 'Office' },
      });
      return [
        { kind: 'provider', value: { id: providerId, name, kind: 'msp', channels: [] } },
        ...calendars.map((value) => ({ kind: 'calendar', value }) as const),
        { kind: 'agreement', value: agreement },
        {
          kind: 'system',
          value: {
            id: `${prefix}-system`,
            name,
            providerId,
            agreementId: agreement.id,
            patterns: [{ kind: 'host', pattern: 'portal.acme.example' }],
            environment: 'prod',
            criticality: 1,
            aliases: [],
          },
        },
        {
          kind: 'contact',
          value: {
            id: `${prefix}-contact`,
            side: 'provider',
            providerId,
            name: contact,
            role: 'spoc',
            channels: [],
          },
        },
        { kind: 'team', value: { id: `${prefix}-team`, name: team } },
        { kind: 'reporter', value: { id: `${prefix}-reporter`, name: person, teamId: `${prefix}-team` } },
      ];
    });
}

/** Things of a directory that belong together. */
export function anyThings(prefix = 'a', maxProviders = 4): fc.Arbitrary<DirectoryThing[]> {
  return fc
    .integer({ min: 1, max: maxProviders })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => provider(`${prefix}${i}`))))
    .map((providers) => providers.flat());
}
