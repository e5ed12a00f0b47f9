import { describe, expect, it } from 'vitest';
import { noticesOf } from '../../../lib/app/health/notices.ts';
import type { StoreState } from '../../../lib/storage/types/life.ts';
import { wordsOf } from '../../../lib/i18n/area.ts';
import { common, failureText } from '../../../lib/i18n/common/common.ts';

const codes = (state: StoreState, quarantined = 0, journal = 0): readonly string[] =>
  noticesOf({ state, quarantined, journal }).map(({ code }) => code);

describe('noticesOf', () => {
  it('says nothing while all is well or still opening', () => {
    expect(codes({ kind: 'open', loss: null })).toEqual([]);
    expect(codes({ kind: 'opening' })).toEqual([]);
  });
  it('puts the state first, then what waits, then what was set aside', () => {
    expect(codes({ kind: 'disk-full', code: 'disk-full' }, 2, 3)).toEqual([
      'disk-full',
      'journal',
      'quarantined',
    ]);
  });
  it('offers export where the log can only be read, reload where another window is newer', () => {
    expect(
      noticesOf({ state: { kind: 'read-only', why: 'newer' }, quarantined: 0, journal: 0 })[0]?.action,
    ).toBe('export');
    expect(noticesOf({ state: { kind: 'closed-by-update' }, quarantined: 0, journal: 0 })[0]?.action).toBe(
      'reload',
    );
  });
  it('has a sentence of its own for every state', () => {
    const states: readonly StoreState[] = [
      { kind: 'blocked' },
      { kind: 'closed-by-update' },
      { kind: 'read-only', why: 'newer' },
      { kind: 'terminated' },
      { kind: 'disk-full', code: 'quota' },
      { kind: 'unavailable', code: 'unavailable' },
    ];
    const words = wordsOf(common, 'de');
    for (const code of states.flatMap((state) => codes(state))) {
      expect(failureText(words, code)).not.toBe(words.failure.unknown);
    }
  });
});
