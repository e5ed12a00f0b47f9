import { describe, expect, it } from 'vitest';
import { foldDirectory, thingOf } from '../../../../lib/domain/directory/directory.ts';
import type { Entry } from '../../../../lib/domain/ledger/entry.ts';
import { entryOf, LEDGER_A, LEDGER_B } from '../../../support/domain-entries.ts';

const provider = (name: string, id = 'p1') => ({ id, name, kind: 'msp' as const, channels: [] });

type Where = Readonly<{ n: number; ledger?: string; recordedAt?: number; supersedes?: Entry }>;

const saved = (name: string, { supersedes, ...where }: Where) =>
  entryOf({
    kind: 'provider.saved',
    issueId: undefined,
    body: {
      value: provider(name),
      ...(supersedes === undefined ? {} : { supersedes: { ledger: supersedes.ledger, n: supersedes.n } }),
    },
    ...where,
  });
const retired = (where: Where) =>
  entryOf({ kind: 'provider.retired', issueId: undefined, body: { id: 'p1' }, ...where });

const nameOf = (entries: readonly Entry[]) => foldDirectory(entries).providers.get('p1')?.name;

describe('the directory', () => {
  it('holds the last word of a ledger, whatever the clock said', () => {
    expect(nameOf([saved('old', { n: 1, recordedAt: 9 }), saved('new', { n: 2, recordedAt: 1 })])).toBe(
      'new',
    );
  });

  it('holds what names the other one, without asking', () => {
    const theirs = saved('theirs', { n: 5, ledger: LEDGER_B, recordedAt: 9 });
    const mine = saved('mine', { n: 2, recordedAt: 1, supersedes: theirs });
    const { providers, conflicts } = foldDirectory([theirs, mine]);
    expect(providers.get('p1')?.name).toBe('mine');
    expect(conflicts).toEqual([]);
  });

  it('asks where two were written without knowing of each other, and shows the later one until then', () => {
    const base = saved('base', { n: 1 });
    const mine = saved('mine', { n: 2, recordedAt: 8, supersedes: base });
    const theirs = saved('theirs', { n: 5, ledger: LEDGER_B, recordedAt: 9, supersedes: base });
    const { providers, conflicts } = foldDirectory([base, mine, theirs]);
    expect(providers.get('p1')?.name).toBe('theirs');
    expect(conflicts).toMatchObject([
      { kind: 'provider', id: 'p1', versions: [{ holds: true }, { holds: false }] },
    ]);
    const settled = saved('ours', { n: 3, supersedes: theirs });
    expect(foldDirectory([base, mine, theirs, settled])).toMatchObject({ conflicts: [] });
  });

  it('does not ask about two that say the same', () => {
    const mine = saved('same', { n: 2 });
    const theirs = saved('same', { n: 5, ledger: LEDGER_B });
    expect(foldDirectory([mine, theirs]).conflicts).toEqual([]);
  });

  it('still explains by what is retired, but offers it no more; saving it brings it back', () => {
    const gone = foldDirectory([saved('Acme', { n: 1 }), retired({ n: 2 })]);
    expect(gone.providers.has('p1')).toBe(false);
    expect(thingOf(gone, 'provider', 'p1')?.name).toBe('Acme');
    expect(nameOf([saved('Acme', { n: 1 }), retired({ n: 2 }), saved('Acme 2', { n: 3 })])).toBe('Acme 2');
  });

  it('counts what it cannot read and leaves it out', () => {
    const odd = entryOf({
      kind: 'provider.saved',
      issueId: undefined,
      n: 1,
      body: { value: { id: 'p1', name: 'x', kind: 'of a later version' } },
    });
    const { providers, unreadable } = foldDirectory([odd]);
    expect([providers.size, unreadable]).toEqual([0, 1]);
    expect(odd.ledger).toBe(LEDGER_A);
  });

  it('is overruled by what the organisation gives', () => {
    const given = { kind: 'provider', value: provider('By policy') } as const;
    expect(foldDirectory([saved('mine', { n: 1 })], [given]).providers.get('p1')?.name).toBe('By policy');
  });
});
