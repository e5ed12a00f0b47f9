import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedTo, redone, settled, startedWith, undone } from '../../../components/editor/undo-stack.ts';

describe('steps back and forth', () => {
  it('go back to the beginning and forth to the end, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 50 }), (values) => {
        const ends = values.reduce((stack, value) => changedTo(stack, value), startedWith(0));
        let stack = ends;
        while (undone(stack) !== stack) stack = undone(stack);
        expect(stack.now).toBe(0);
        while (redone(stack) !== stack) stack = redone(stack);
        expect(stack.now).toBe(ends.now);
        expect(stack.past).toEqual(ends.past);
      }),
    );
  });

  it('join changes of the same kind in a row into one', () => {
    const nudged = [1, 2, 3].reduce((stack, value) => changedTo(stack, value, 'nudge s1'), startedWith(0));
    expect(undone(nudged).now).toBe(0);
    const other = changedTo(nudged, 4, 'nudge s2');
    expect(undone(other).now).toBe(3);
  });

  it('begin anew after something else was selected or undone', () => {
    const first = changedTo(startedWith(0), 1, 'nudge s1');
    expect(undone(changedTo(settled(first), 2, 'nudge s1')).now).toBe(1);
    const back = undone(changedTo(first, 2, 'other'));
    expect(undone(changedTo(back, 5, 'nudge s1')).now).toBe(1);
  });

  it('forget what was undone once something new is done', () => {
    const stack = changedTo(undone(changedTo(startedWith(0), 1)), 2);
    expect(redone(stack)).toBe(stack);
  });
});
