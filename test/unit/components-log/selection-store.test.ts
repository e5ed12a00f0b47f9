import { describe, expect, it } from 'vitest';
import { createSelectionStore } from '../../../components/log/selection-store.ts';
import { seedIssueId } from '../../support/seed.ts';

const [a, b, c] = [seedIssueId(1), seedIssueId(2), seedIssueId(3)];

describe('createSelectionStore', () => {
  it('keeps "all" as the view, so that a hundred thousand cost nothing', () => {
    const selection = createSelectionStore();
    selection.all({ scope: 'log', sort: 'newest' }, '', 100_000);
    expect(selection.count.value).toBe(100_000);
    expect(selection.has(a)).toBe(true);
    selection.toggle(a);
    expect(selection.count.value).toBe(99_999);
    expect(selection.has(a)).toBe(false);
    selection.add([a, b]);
    expect(selection.count.value).toBe(100_000);
  });
  it('ticks and unticks single issues', () => {
    const selection = createSelectionStore();
    selection.add([a, b]);
    selection.toggle(b);
    selection.toggle(c);
    expect([a, b, c].map((id) => selection.has(id))).toEqual([true, false, true]);
    selection.clear();
    expect(selection.count.value).toBe(0);
  });
});
