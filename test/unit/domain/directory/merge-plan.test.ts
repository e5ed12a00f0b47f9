import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headKey } from '../../../../lib/domain/directory/directory.ts';
import { mergePlan, sharedThings, type FileThing } from '../../../../lib/domain/directory/merge-plan.ts';
import type { DirectoryThing } from '../../../../lib/domain/directory/read-entry.ts';
import { anyThings, directoryOf } from '../../../support/directory-things.ts';

const EMPTY_DIRECTORY = directoryOf([]);
const NOBODY: ReadonlySet<string> = new Set();
const placed = (things: readonly DirectoryThing[]): FileThing[] =>
  things.map((thing, index) => ({ thing, place: index + 1 }));
const keys = (things: readonly DirectoryThing[]) =>
  things.map(({ kind, value }) => headKey(kind, value.id)).toSorted();
const [sample = []] = fc.sample(anyThings('s', 2), { numRuns: 1, seed: 7 });
const without = (kind: DirectoryThing['kind']) => sample.filter((thing) => thing.kind !== kind);

describe('taking in a directory', () => {
  it('brings everything into an empty one', () => {
    fc.assert(
      fc.property(anyThings(), (things) => {
        const plan = mergePlan(EMPTY_DIRECTORY, NOBODY, placed(things));
        expect(keys(plan.fresh)).toEqual(keys(things));
        expect([plan.same, plan.changed, plan.refused]).toEqual([[], [], []]);
      }),
    );
  });

  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(anyThings(), (things) => {
        const plan = mergePlan(directoryOf(things), NOBODY, placed(things));
        expect(keys(plan.same)).toEqual(keys(things));
        expect([plan.fresh, plan.changed, plan.refused]).toEqual([[], [], []]);
      }),
    );
  });

  it('names each thing exactly once, whatever is here already and in whatever order they come', () => {
    fc.assert(
      fc.property(anyThings(), anyThings(), fc.infiniteStream(fc.nat()), (here, come, order) => {
        const plan = mergePlan(directoryOf(here), NOBODY, placed(come));
        const all = [...plan.fresh, ...plan.same, ...plan.changed];
        expect(keys(all)).toEqual(keys(come));
        const shuffled = come
          .map((thing) => [order.next().value, thing] as const)
          .toSorted(([a], [b]) => (a ?? 0) - (b ?? 0))
          .map(([, thing]) => thing);
        const again = mergePlan(directoryOf(here), NOBODY, placed(shuffled));
        for (const list of ['fresh', 'same', 'changed'] as const)
          expect(keys(again[list])).toEqual(keys(plan[list]));
      }),
    );
  });

  it('tells what is different here, and does not mind the order of fields', () => {
    const turned = sample.map(({ kind, value }) => ({
      kind,
      value: Object.fromEntries(Object.entries(value).toReversed()),
    })) as DirectoryThing[]; // as: the same fields in another order
    expect(mergePlan(directoryOf(sample), NOBODY, placed(turned)).changed).toEqual([]);
    const renamed = sample.map((thing) =>
      thing.kind === 'team' ? { ...thing, value: { ...thing.value, name: 'Renamed' } } : thing,
    );
    const plan = mergePlan(directoryOf(sample), NOBODY, placed(renamed));
    expect(new Set(plan.changed.map(({ kind }) => kind))).toEqual(new Set(['team']));
  });

  it.each(['provider', 'calendar'] as const)('refuses an agreement without its %s', (kind) => {
    const plan = mergePlan(EMPTY_DIRECTORY, NOBODY, placed(without(kind)));
    const agreements = sample.filter((thing) => thing.kind === 'agreement');
    expect(plan.refused.map((refused) => [refused.kind, refused.reason])).toEqual(
      agreements.map(() => ['agreement', 'missing']),
    );
    const here = sample.filter((thing) => thing.kind === kind);
    expect(mergePlan(directoryOf(here), NOBODY, placed(without(kind))).refused).toEqual([]);
  });

  it('refuses what stands twice in the file, and what hangs on it', () => {
    const calendar = sample.find((thing) => thing.kind === 'calendar');
    if (!calendar) throw new Error('The sample has a calendar.');
    const plan = mergePlan(EMPTY_DIRECTORY, NOBODY, placed([...sample, calendar]));
    const twice = plan.refused.filter(({ reason }) => reason === 'twice');
    expect(twice.map(({ place }) => place)).toEqual([sample.indexOf(calendar) + 1, sample.length + 1]);
    expect(plan.refused.some(({ kind, reason }) => kind === 'agreement' && reason === 'missing')).toBe(true);
  });

  it('leaves what the organisation gives as it is', () => {
    const [first] = sample;
    if (!first) throw new Error('The sample has a provider.');
    const plan = mergePlan(directoryOf(sample), new Set([first.value.id]), placed(sample));
    expect(plan.refused).toEqual([{ kind: first.kind, name: first.value.name, reason: 'managed', place: 1 }]);
  });

  it('lets rest what was retired here and is the same, and brings back what is not', () => {
    const team: DirectoryThing = { kind: 'team', value: { id: 't', name: 'Sales' } };
    const here = { ...EMPTY_DIRECTORY, retired: new Map([[headKey('team', 't'), team]]) };
    expect(mergePlan(here, NOBODY, placed([team])).same).toEqual([team]);
    const other: DirectoryThing = { kind: 'team', value: { id: 't', name: 'Sales and marketing' } };
    expect(mergePlan(here, NOBODY, placed([other])).changed).toEqual([other]);
  });
});

describe('what is handed on', () => {
  it('is everything, and who reported only when it is asked for', () => {
    expect(keys(sharedThings(directoryOf(sample), true))).toEqual(keys(sample));
    expect(keys(sharedThings(directoryOf(sample), false))).toEqual(keys(without('reporter')));
  });

  it('is complete: also retired hours by which an agreement is explained', () => {
    const calendars = sample.filter((thing) => thing.kind === 'calendar');
    const retired = new Map<string, DirectoryThing>(
      calendars.map((thing) => [headKey(thing.kind, thing.value.id), thing]),
    );
    const unused: DirectoryThing = { kind: 'team', value: { id: 'gone', name: 'Gone' } };
    retired.set(headKey('team', 'gone'), unused);
    const shared = sharedThings({ ...directoryOf(without('calendar')), retired }, true);
    expect(keys(shared)).toEqual(keys(sample));
    expect(mergePlan(EMPTY_DIRECTORY, NOBODY, placed(shared)).refused).toEqual([]);
  });
});
