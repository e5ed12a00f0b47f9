import { describe, expect, it } from 'vitest';
import { accountOfSource } from '../../../../lib/domain/accountability/account-of-source.ts';
import { accountRowOf } from '../../../../lib/domain/accountability/account-row.ts';
import type { AccountSource } from '../../../../lib/domain/accountability/account-source.ts';
import { exactly } from '../../../../lib/domain/accountability/timeline.ts';
import type { AgreementVersion } from '../../../../lib/domain/directory/agreement.ts';
import { starter } from '../../../../lib/domain/directory/starters.ts';
import { issueId } from '../../../../lib/domain/ledger/primitives.ts';
import { directoryOf } from '../../../support/directory-things.ts';
import { event, march } from '../../../support/timelines.ts';

const ISSUE = issueId.parse('0198c0de-0000-7000-8000-000000000001');

/** A directory in which Acme runs the system, under a starter with rules of its own. */
function directoryWith(rules: Partial<AgreementVersion>, type: 'sla' | 'none' = 'sla') {
  let last = 0;
  const { calendars, agreement } = starter('saas_24x7', {
    ids: () => `id${(last += 1)}`,
    providerId: 'acme',
    tz: 'Europe/Berlin',
    validFrom: '2026-01-01',
    names: { agreement: 'Care', aroundTheClock: 'Always', officeHours: 'Office' },
  });
  const versions = agreement.versions.map((version) => ({ ...version, ...rules }));
  return directoryOf([
    { kind: 'provider', value: { id: 'acme', name: 'Acme', kind: 'saas', channels: [] } },
    ...calendars.map((value) => ({ kind: 'calendar', value }) as const),
    { kind: 'agreement', value: { ...agreement, type, versions } },
    {
      kind: 'system',
      value: {
        id: 'erp',
        name: 'ERP',
        providerId: 'acme',
        patterns: [{ kind: 'host', pattern: 'erp.acme.example' }],
        environment: 'prod',
        criticality: 1,
        aliases: [],
      },
    },
  ]);
}

/** Seen twice, reported, and not fixed. */
const source: AccountSource = {
  addressed: { systemId: 'erp', url: null, host: null, name: null },
  occurred: exactly(march('10 08:00')),
  sightings: [
    [march('10 08:00'), null],
    [march('11 08:00'), null],
  ],
  events: [event('reported', '10 09:00')],
  priority: 1,
  evidence: true,
};
const madeBy = (directory: ReturnType<typeof directoryWith>, of = source) =>
  accountOfSource(of, directory, march('12 12:00'));

describe('what an agreement says about measuring', () => {
  it('decides from when on an issue of it keeps coming back', () => {
    const rules = (directory: ReturnType<typeof directoryWith>) =>
      madeBy(directory).recurrence.map(({ rule }) => rule);
    expect(rules(directoryWith({}))).toEqual([]);
    expect(rules(directoryWith({ recurrence: { often: { times: 2, days: 30 } } }))).toEqual(['often']);
  });

  it('makes an issue of it an outage, and none where nothing is agreed or it is less urgent', () => {
    const outage = (directory: ReturnType<typeof directoryWith>, of = source) =>
      accountRowOf(ISSUE, of, madeBy(directory, of), directory).figures?.outage;
    expect(outage(directoryWith({}))).toMatchObject({
      issue: ISSUE,
      sure: true,
      spans: [{ from: { at: march('10 09:00') }, to: null }],
    });
    expect(outage(directoryWith({}, 'none'))).toBeNull();
    expect(outage(directoryWith({}), { ...source, priority: 2 })).toBeNull();
    expect(outage(directoryWith({ startAt: 'occurred' }))?.spans[0]?.from.at).toBe(march('10 08:00'));
  });
});
