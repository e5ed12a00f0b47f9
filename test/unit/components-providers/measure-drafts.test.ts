import { describe, expect, it } from 'vitest';
import { thresholdKey } from '../../../components/providers/agreement/recurrence-draft.ts';
import {
  isFine,
  versionDraft,
  versionFrom,
  versionProblems,
} from '../../../components/providers/agreement/version-draft.ts';
import type { VersionDraft } from '../../../components/providers/agreement/version-draft.ts';
import { recurrenceRulesOf } from '../../../lib/domain/accountability/recurrence-rules-of.ts';
import { RECURRENCE_RULES } from '../../../lib/domain/accountability/statistics/recurrence.ts';
import { agreementVersion } from '../../../lib/domain/directory/agreement.ts';
import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';

const bare: AgreementVersion = { validFrom: '2026-01-01', calendarId: 'c', targets: {} };
const full: AgreementVersion = {
  ...bare,
  compliance: { responsePercent: 95, restorePercent: 90, resolutionPercent: 80, window: 'quarter' },
  availability: {
    targetMilliPercent: 99_950,
    window: 'year',
    unit: 'userMinutes',
    wholeMinutesOnly: true,
    excludesMaintenance: false,
    downPriority: 2,
  },
  creditTiers: [
    { belowMilliPercent: 99_950, creditPercent: 10 },
    { belowMilliPercent: 99_000, creditPercent: 30 },
  ],
  claim: {
    notifyBy: { anchor: 'aware', plusBusinessDays: 2, calendarId: 'c' },
    channel: 'claims@acme.example',
    subjectMustContain: 'SLA credit',
    requiredEvidence: ['times of each outage', 'log lines'],
  },
  chronicFailure: { misses: 3, inMonths: 6 },
  recurrence: {
    often: { times: 5, days: 10 },
    burst: { least: 4, days: 7, baselineDays: 60, belowMilliPercent: 500 },
  },
};
const draft = versionDraft(bare, 'change', '2026-06-01');
const withPart = (part: Partial<VersionDraft>) => versionProblems({ ...draft, ...part });

describe('what a version measures and promises, in its form', () => {
  it.each(['.', ','] as const)('comes out as it went in, shares written with “%s”', (decimal) => {
    expect(agreementVersion.safeParse(full).success).toBe(true);
    const there = versionDraft(full, 'correct', full.validFrom, decimal);
    expect(there.availability.target).toBe(`99${decimal}95`);
    expect(isFine(versionProblems(there))).toBe(true);
    expect(versionFrom(there)).toEqual(full);
  });

  it('says nothing where nothing was written', () => {
    expect(versionFrom(draft)).toEqual({ ...bare, validFrom: '2026-06-01' });
  });

  it('is refused where a share cannot be understood', () => {
    const availability = { ...draft.availability, mode: 'agreed' } as const;
    for (const target of ['', '0', '101', 'much'])
      expect(withPart({ availability: { ...availability, target } }).availability.target).toBe(true);
    expect(isFine(withPart({ availability: { ...availability, target: '99,9' } }))).toBe(true);
    const shares = { ...draft.shares, response: '0', restore: '95.5', resolution: '90' };
    expect([...withPart({ shares }).shares]).toEqual(['response', 'restore']);
  });

  it('puts credit tiers in order, drops an empty line, and refuses one share twice', () => {
    const tiers = [
      { below: '99', credit: '25' },
      { below: '', credit: ' ' },
      { below: '99.9', credit: '10' },
    ];
    const availability = { ...draft.availability, mode: 'agreed', target: '99.9', tiers } as const;
    expect(isFine(withPart({ availability }))).toBe(true);
    expect(versionFrom({ ...draft, availability }).creditTiers).toEqual([
      { belowMilliPercent: 99_900, creditPercent: 10 },
      { belowMilliPercent: 99_000, creditPercent: 25 },
    ]);
    const wrong = [
      { below: '99.0', credit: '25' },
      { below: '99', credit: '30' },
      { below: '98', credit: '' },
      { below: 'x', credit: '5' },
    ];
    expect(withPart({ availability: { ...availability, tiers: wrong } }).availability.tiers).toEqual(
      new Map([
        [1, 'twice'],
        [2, 'credit'],
        [3, 'below'],
      ]),
    );
  });

  it('wants both numbers of a chronic failure, or none', () => {
    expect([...withPart({ shares: { ...draft.shares, misses: '3' } }).shares]).toEqual(['months']);
    expect([...withPart({ shares: { ...draft.shares, months: '6' } }).shares]).toEqual(['misses']);
    expect(versionFrom({ ...draft, shares: { ...draft.shares, misses: '3', months: '6' } })).toMatchObject({
      chronicFailure: { misses: 3, inMonths: 6 },
    });
  });

  it('takes evidence one thing a line, and no more than an agreement holds', () => {
    const evidence = { ...draft.evidence, required: ' logs \n\n times\n' };
    expect(versionFrom({ ...draft, evidence }).claim).toEqual({ requiredEvidence: ['logs', 'times'] });
    expect(withPart({ evidence: { ...evidence, required: 'x\n'.repeat(31) } }).evidence).toBe('many');
    expect(withPart({ evidence: { ...evidence, required: 'x'.repeat(301) } }).evidence).toBe('long');
  });

  it('writes down only the thresholds that differ from the proposals', () => {
    const recurrence = {
      ...draft.recurrence,
      [thresholdKey('back', 'days')]: '30',
      [thresholdKey('burst', 'below')]: '1,0',
    };
    const version = versionFrom({ ...draft, recurrence });
    expect(version.recurrence).toEqual({ back: { days: 30 } });
    expect(recurrenceRulesOf(version)).toEqual({ ...RECURRENCE_RULES, back: { days: 30 } });
    expect(recurrenceRulesOf(full).burst).toEqual({ least: 4, below: 0.005, days: 7, baselineDays: 60 });
    expect(recurrenceRulesOf(null)).toEqual(RECURRENCE_RULES);
    const bad = { ...recurrence, [thresholdKey('pattern', 'hours')]: '25' };
    expect([...withPart({ recurrence: bad }).recurrence]).toEqual([thresholdKey('pattern', 'hours')]);
  });

  it('leaves the version before as it was: the new one stands beside it', () => {
    const before = structuredClone(full);
    const next = versionDraft(full, 'change', '2026-06-01');
    versionFrom({ ...next, availability: { ...next.availability, target: '99' } });
    expect(full).toEqual(before);
  });
});
