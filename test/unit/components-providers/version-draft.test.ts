import { describe, expect, it } from 'vitest';
import { claimDraft } from '../../../components/providers/agreement/claim-draft.ts';
import { cellKey } from '../../../components/providers/agreement/target-draft.ts';
import {
  isFine,
  versionDraft,
  versionFrom,
  versionProblems,
} from '../../../components/providers/agreement/version-draft.ts';
import { agreementVersion } from '../../../lib/domain/directory/agreement.ts';
import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { starter, STARTERS } from '../../../lib/domain/directory/starters.ts';

const full: AgreementVersion = {
  validFrom: '2026-01-01',
  calendarId: 'office',
  targets: {
    P1: { responseMin: 60, updateEveryMin: 120, restoreMin: 240, resolutionMin: 480, calendarId: 'always' },
    P3: { responseMin: 90 },
    any: { resolutionMin: 9600 },
  },
  startAt: 'reported',
  firstResponse: ['acknowledged', 'resolved'],
  pauseOn: ['us_info', 'agreed', 'hold'],
  reopen: 'continuous',
  atRiskPercent: 60,
  compliance: { responsePercent: 90, window: 'month' },
  availability: {
    targetMilliPercent: 99_900,
    unit: 'minutes',
    wholeMinutesOnly: true,
    excludesMaintenance: true,
  },
  creditTiers: [{ belowMilliPercent: 99_900, creditPercent: 10 }],
  claim: {
    notifyBy: { anchor: 'aware', plusHours: 1 },
    fileBy: { anchor: 'end_of_nth_billing_cycle_after', n: 2, cycleFirstDay: 15 },
    channel: 'portal',
    requiredEvidence: ['logs'],
  },
  chronicFailure: { misses: 3, inMonths: 6 },
};
const draft = versionDraft(full, 'correct', full.validFrom);

describe('a version of an agreement in its form', () => {
  it('comes out as it went in, with everything that the form has no field for', () => {
    expect(versionFrom(draft)).toEqual(full);
    expect(agreementVersion.safeParse(versionFrom(draft)).success).toBe(true);
  });

  it.each(STARTERS)('comes out as it went in: %s', (key) => {
    let last = 0;
    const { agreement } = starter(key, {
      ids: () => `id${(last += 1)}`,
      providerId: 'p',
      tz: 'Europe/Berlin',
      validFrom: '2026-01-01',
      names: { agreement: 'A', aroundTheClock: 'B', officeHours: 'C' },
    });
    const [version] = agreement.versions;
    if (!version) throw new Error('A starter has a version.');
    expect(versionFrom(versionDraft(version, 'change', '2026-01-01'))).toEqual(version);
  });

  it('keeps a standard rule unwritten, and one that was written down written', () => {
    const bare: AgreementVersion = { validFrom: '2026-01-01', calendarId: 'c', targets: {} };
    expect(versionFrom(versionDraft(bare, 'change', '2026-06-01'))).toEqual({
      ...bare,
      validFrom: '2026-06-01',
    });
    expect(versionFrom({ ...draft, reopen: 'resume', startAt: 'occurred' })).toMatchObject({
      reopen: 'resume',
      startAt: 'occurred',
    });
  });

  it('says which cell cannot be understood, and why', () => {
    const targets = { ...draft.targets, P2: { ...draft.targets.P2, response: '4', restore: '2 days' } };
    const problems = versionProblems({ ...draft, targets, validFrom: '2026-02-30', atRiskPercent: '0' });
    expect(problems.cells).toEqual(
      new Map([
        [cellKey('P2', 'response'), 'unit'],
        [cellKey('P2', 'restore'), 'days'],
      ]),
    );
    expect(problems).toMatchObject({ validFrom: true, atRiskPercent: true });
    expect(isFine(problems)).toBe(false);
    expect(isFine(versionProblems(draft))).toBe(true);
  });

  it('drops a line in which nothing is agreed any more', () => {
    const empty = { ...draft.targets.P3, response: '  ' };
    expect(versionFrom({ ...draft, targets: { ...draft.targets, P3: empty } }).targets).not.toHaveProperty(
      'P3',
    );
  });

  it('leaves a claim rule alone that says more than the form can', () => {
    const rule = { anchor: 'incident', plusDays: 2, plusHours: 3 } as const;
    const version = { ...full, claim: { ...full.claim, notifyBy: rule, requiredEvidence: [] } };
    expect(claimDraft(rule).mode).toBe('kept');
    expect(versionFrom(versionDraft(version, 'correct', '2026-01-01')).claim?.notifyBy).toEqual(rule);
  });

  it('refuses a claim rule without a time, and takes one that is a day by itself', () => {
    const rule = { ...claimDraft(undefined), mode: 'rule' } as const;
    expect(versionProblems({ ...draft, notifyBy: rule }).notifyBy).toBe('needed');
    expect(versionProblems({ ...draft, notifyBy: { ...rule, amount: 'x' } }).notifyBy).toBe('amount');
    const month = { ...rule, anchor: 'end_of_following_month' } as const;
    expect(versionProblems({ ...draft, fileBy: month })).not.toHaveProperty('fileBy');
    expect(versionFrom({ ...draft, fileBy: month }).claim?.fileBy).toEqual({
      anchor: 'end_of_following_month',
    });
    const cycle = { ...rule, anchor: 'end_of_nth_billing_cycle_after', cycleDay: '31' } as const;
    expect(versionProblems({ ...draft, fileBy: cycle }).fileBy).toBe('day');
  });

  it('forgets claims altogether when no rule and nothing else about them is left', () => {
    const bare: AgreementVersion = { validFrom: '2026-01-01', calendarId: 'c', targets: {} };
    expect(versionFrom(versionDraft(bare, 'change', '2026-06-01'))).not.toHaveProperty('claim');
  });
});
