import { describe, expect, it } from 'vitest';
import { agreement } from '../../../../lib/domain/directory/agreement.ts';
import { contact } from '../../../../lib/domain/directory/contact.ts';
import { provider } from '../../../../lib/domain/directory/provider.ts';
import { system } from '../../../../lib/domain/directory/system.ts';
import { reporter, team } from '../../../../lib/domain/directory/team.ts';
import { workingCalendar } from '../../../../lib/domain/directory/working-calendar.ts';
import { canonicalText } from '../../../../lib/domain/ledger/canonical.ts';

const SAMPLES = {
  provider: [
    provider,
    {
      id: 'p',
      name: 'Acme',
      kind: 'msp',
      tz: 'Europe/Berlin',
      language: 'de',
      channels: [{ kind: 'portal', address: 'https://portal.acme.example' }],
      statusPageUrl: 'https://status.acme.example',
      contractOwner: 'Purchasing',
      notes: '',
    },
  ],
  contact: [
    contact,
    {
      id: 'c',
      side: 'provider',
      providerId: 'p',
      name: '',
      role: 'escalation',
      escalationLevel: 2,
      channels: [],
      from: '2026-01-01',
    },
  ],
  system: [
    system,
    {
      id: 's',
      name: 'Orders',
      providerId: 'p',
      agreementId: 'a',
      patterns: [{ kind: 'host', pattern: 'orders.example' }],
      environment: 'prod',
      criticality: 1,
      aliases: ['ERP'],
    },
  ],
  team: [team, { id: 't', name: 'Sales', calendarId: 'k' }],
  reporter: [reporter, { id: 'r', name: '', teamId: 't' }],
  calendar: [
    workingCalendar,
    {
      id: 'k',
      name: 'Office',
      tz: 'Europe/Berlin',
      source: 'DE-BY',
      versions: [
        {
          validFrom: '2026-01-01',
          hours: { weekly: { mon: [['09:00', '17:00']] }, exceptions: { '2026-05-01': [] } },
        },
      ],
    },
  ],
  agreement: [
    agreement,
    {
      id: 'a',
      providerId: 'p',
      type: 'uc',
      name: 'Care',
      documentRef: 'Annex 3',
      tz: 'Europe/Berlin',
      versions: [
        {
          validFrom: '2026-01-01',
          calendarId: 'k',
          targets: {
            P1: { responseMin: 15, resolutionMin: 240, calendarId: 'k' },
            any: { responseMin: 240 },
          },
          reopen: 'resume',
          compliance: { responsePercent: 95, window: 'month' },
          availability: {
            targetMilliPercent: 99_900,
            unit: 'minutes',
            wholeMinutesOnly: true,
            excludesMaintenance: true,
          },
          creditTiers: [{ belowMilliPercent: 99_000, creditPercent: 10 }],
          claim: {
            notifyBy: { anchor: 'aware', plusHours: 24 },
            fileBy: { anchor: 'end_of_nth_billing_cycle_after', n: 2 },
            requiredEvidence: ['request logs'],
          },
          chronicFailure: { misses: 3, inMonths: 6 },
        },
      ],
      noticePeriodDays: 90,
      renewalDate: '2027-01-01',
    },
  ],
} as const;

describe.each(Object.entries(SAMPLES))('a %s', (_, [schema, sample]) => {
  it('is kept whole, and can be written as RFC 8785 text', () => {
    const parsed = schema.parse(sample);
    expect(parsed).toEqual(sample);
    expect(JSON.parse(canonicalText(parsed))).toEqual(sample);
  });

  it('has no field that is not known', () => {
    expect(schema.safeParse({ ...sample, surprise: 1 }).success).toBe(false);
  });

  it('needs its id', () => {
    expect(schema.safeParse({ ...sample, id: undefined }).success).toBe(false);
    expect(schema.safeParse({ ...sample, id: '' }).success).toBe(false);
  });
});

describe('an agreement', () => {
  const [, sample] = SAMPLES.agreement;
  const withVersion = (more: object) =>
    agreement.safeParse({ ...sample, versions: [{ ...sample.versions[0], ...more }] }).success;

  it('has whole minutes, at least one and at most ten years of them', () => {
    const of = (responseMin: number) => withVersion({ targets: { any: { responseMin } } });
    expect([of(1), of(0), of(1.5), of(5_270_400), of(5_270_401)]).toEqual([true, false, false, true, false]);
  });

  it('has versions in the order of their dates', () => {
    const versions = (...dates: string[]) => dates.map((validFrom) => ({ ...sample.versions[0], validFrom }));
    const of = (...dates: string[]) =>
      agreement.safeParse({ ...sample, versions: versions(...dates) }).success;
    expect([of('2026-01-01', '2026-07-01'), of('2026-07-01', '2026-01-01'), of()]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
