import { describe, expect, it } from 'vitest';
import { digest } from '../../../../lib/app/directory/digest.ts';
import { digestOf } from '../../../../lib/app/directory/digest-of.ts';
import { systemViewIn } from '../../../../lib/app/directory/system-in.ts';
import { claimsAt } from '../../../../lib/domain/accountability/claims-of.ts';
import type { AgreementVersion } from '../../../../lib/domain/directory/agreement.ts';
import type { ClaimRule } from '../../../../lib/domain/directory/claim-rule.ts';
import type { DirectoryThing } from '../../../../lib/domain/directory/read-entry.ts';
import { directoryOf } from '../../../support/directory-things.ts';

const NOW = Date.UTC(2026, 10, 23, 13, 2);
const HOST = 'portal.acme.example';

function version(validFrom: string, notifyBy?: ClaimRule): AgreementVersion {
  const claim = notifyBy === undefined ? {} : { claim: { notifyBy, requiredEvidence: [] } };
  return { validFrom, calendarId: 'cal', targets: {}, ...claim };
}
function things(versions: AgreementVersion[], tz = 'Europe/Berlin'): DirectoryThing[] {
  const system = {
    name: 'Acme ERP',
    providerId: 'p',
    environment: 'prod' as const,
    criticality: 1,
    aliases: [],
  };
  return [
    { kind: 'provider', value: { id: 'p', name: 'Acme', kind: 'saas', channels: [] } },
    { kind: 'agreement', value: { id: 'a', providerId: 'p', type: 'sla', name: 'SLA', tz, versions } },
    { kind: 'system', value: { ...system, id: 's', patterns: [{ kind: 'host', pattern: HOST }] } },
  ];
}
/** By when the popup says that the provider must know of what is recorded at `at`. */
function tellOf(versions: AgreementVersion[], at: number, tz?: string) {
  const made = digestOf(directoryOf(things(versions, tz)), new Set(), NOW);
  expect(digest.parse(structuredClone(made))).toEqual(made);
  const address = { assigned: null, url: `https://${HOST}/`, host: HOST, occurrences: [] };
  const view = systemViewIn(made, address, at, false);
  return view.state === 'one' ? view.tell : 'unknown';
}

describe('what the background knows of the directory', () => {
  it('says the hour of a rule in hours, on every day and far from now', () => {
    const hour = [version('2026-01-01', { anchor: 'aware', plusHours: 1 })];
    const rule = { unit: 'minutes', n: 60 };
    expect(tellOf(hour, NOW)).toEqual({ who: 'Acme', by: '2026-11-23T14:02:00.000Z', rule });
    expect(tellOf(hour, Date.UTC(2030, 0, 1))).toEqual({ who: 'Acme', by: '2030-01-01T01:00:00.000Z', rule });
    expect(tellOf([version('2026-01-01', { anchor: 'incident', plusHours: 24 })], NOW)).toMatchObject({
      by: '2026-11-24T13:02:00.000Z',
      rule: { unit: 'hours', n: 24 },
    });
  });

  it('counts business days over the weekend, and no further than it was looked up', () => {
    const days = [version('2026-01-01', { anchor: 'aware', plusBusinessDays: 2 })];
    const friday = Date.UTC(2026, 10, 27, 13);
    expect(tellOf(days, friday)).toMatchObject({
      by: '2026-12-01T13:00:00.000Z',
      rule: { unit: 'businessDays', n: 2 },
    });
    expect(tellOf(days, Date.UTC(2027, 11, 1))).toBeUndefined();
  });

  it('names the day where the rule counts from the end of a month', () => {
    const month = [version('2026-01-01', { anchor: 'end_of_month', plusDays: 30 })];
    expect(tellOf(month, NOW)).toEqual({ who: 'Acme', by: '2026-12-30' });
    expect(tellOf(month, Date.UTC(2026, 11, 15))).toEqual({ who: 'Acme', by: '2027-01-30' });
  });

  it('follows the version in force at midnight of the contract’s zone', () => {
    const versions = [
      version('2026-01-01', { anchor: 'aware', plusHours: 1 }),
      version('2026-11-25', { anchor: 'aware', plusHours: 4 }),
      version('2026-12-01'),
    ];
    const zone = 'America/New_York';
    expect(tellOf(versions, Date.UTC(2026, 10, 25, 4, 59), zone)).toMatchObject({ rule: { n: 60 } });
    expect(tellOf(versions, Date.UTC(2026, 10, 25, 5, 0), zone)).toMatchObject({ rule: { n: 4 } });
    expect(tellOf(versions, Date.UTC(2026, 11, 2), zone)).toBeUndefined();
  });

  it.each<ClaimRule>([
    { anchor: 'aware', plusDays: 1 },
    { anchor: 'incident', plusBusinessDays: 1, plusHours: 2 },
    { anchor: 'aware', plusHours: 30 },
  ])('names the moment of the rule, and where the clocks change never a later one: %o', (rule) => {
    const versions = [version('2026-01-01', rule)];
    const directory = directoryOf(things(versions));
    const agreement = directory.agreements.get('a');
    const [first] = versions;
    if (!agreement || !first) throw new Error('The example has no agreement.');
    const start = Date.UTC(2026, 9, 20);
    const made = digestOf(directory, new Set(), start);
    const address = { assigned: null, url: null, host: HOST, occurrences: [] };
    // Europe/Berlin goes back on 25 October 2026.
    for (let at = start; at < Date.UTC(2026, 9, 30); at += 45 * 60_000) {
      const exact = claimsAt({ occurred: at, noticed: at }, agreement, first, () => null)?.notifyBy?.cautious
        .at;
      const view = systemViewIn(made, address, at, false);
      const said = Date.parse(view.state === 'one' ? (view.tell?.by ?? '') : '');
      const early = (exact ?? 0) - said;
      expect(early).toBeGreaterThanOrEqual(0);
      expect(early).toBeLessThanOrEqual(60 * 60_000);
      if (Math.abs(at - Date.UTC(2026, 9, 25)) > 3 * 86_400_000) expect(early).toBe(0);
    }
  });

  it('has nothing to say without such a rule, and nothing once the provider was told', () => {
    expect(tellOf([version('2026-01-01')], NOW)).toBeUndefined();
    const made = digestOf(
      directoryOf(things([version('2026-01-01', { anchor: 'aware', plusHours: 1 })])),
      new Set(['s']),
      NOW,
    );
    expect(made.systems[0]).toMatchObject({ fixed: true });
    const address = { assigned: null, url: null, host: HOST, occurrences: [] };
    expect(systemViewIn(made, address, NOW, true)).toEqual({
      state: 'one',
      id: 's',
      name: 'Acme ERP',
      provider: 'Acme',
    });
  });
});
