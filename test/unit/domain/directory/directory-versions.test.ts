import { describe, expect, it } from 'vitest';
import {
  holdsUntil,
  versionOn,
  withoutVersion,
  withVersion,
} from '../../../../lib/domain/directory/versions.ts';

const first = { validFrom: '2026-01-01', say: 'first' };
const second = { validFrom: '2026-06-01', say: 'second' };

describe('versions by date', () => {
  it('hold from their date until the next one', () => {
    expect(versionOn([first, second], '2025-12-31')).toBeNull();
    expect(versionOn([first, second], '2026-01-01')?.say).toBe('first');
    expect(versionOn([first, second], '2026-05-31')?.say).toBe('first');
    expect(versionOn([first, second], '2026-06-01')?.say).toBe('second');
    expect(holdsUntil([first, second], first)).toBe('2026-06-01');
    expect(holdsUntil([first, second], second)).toBeNull();
  });
  it('stay when a new one is added, also in between', () => {
    const between = { validFrom: '2026-03-01', say: 'between' };
    expect(withVersion([first, second], between)).toEqual([first, between, second]);
  });
  it('of the same date is the same change, written better', () => {
    const better = { validFrom: '2026-06-01', say: 'better' };
    expect(withVersion([first, second], better)).toEqual([first, better]);
  });
  it('can be taken back but for the last', () => {
    expect(withoutVersion([first, second], '2026-06-01')).toEqual([first]);
    expect(withoutVersion([first], '2026-01-01')).toEqual([first]);
  });
});
