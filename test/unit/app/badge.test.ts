import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBadge, TICK_MS } from '../../../lib/app/capture/badge.ts';

const WORDS = 'Record a problem · Waiting for you: 2 promises due';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** `left`: what an earlier run of the background left on the button. */
function button(left = '') {
  const says = { text: left, title: 'Record a problem' };
  const badge = createBadge(
    {
      setBadgeText: async ({ text }: { text?: string | null }) => void (says.text = text ?? ''),
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
      getBadgeText: async () => says.text,
      setTitle: async ({ title }: { title: string | null }) => void (says.title = title ?? ''),
    },
    'Record a problem',
  );
  return { says, badge };
}

describe('the badge', () => {
  it('says how much we owe, in figures and in words, and no more once nothing is owed', () => {
    const { says, badge } = button();
    badge.owe(2, WORDS);
    expect(says).toEqual({ text: '2', title: WORDS });
    badge.owe(400, WORDS);
    expect(says.text).toBe('99+');
    badge.owe(0, '');
    expect(says).toEqual({ text: '', title: 'Record a problem' });
  });

  it('ticks over the number for its time, then shows the number again, also one that changed meanwhile', () => {
    const { says, badge } = button();
    badge.owe(2, WORDS);
    badge.tick();
    expect(says.text).toBe('✓');
    badge.owe(3, WORDS);
    expect(says.text).toBe('✓');
    vi.advanceTimersByTime(TICK_MS);
    expect(says.text).toBe('3');
  });

  it('counts seconds and percent over the number, and gives way to it', () => {
    const { says, badge } = button();
    badge.owe(2, WORDS);
    badge.count(3);
    expect(says.text).toBe('3');
    badge.percent(40);
    badge.remind();
    expect(says.text).toBe('40%');
    badge.clear();
    expect(says.text).toBe('2');
  });

  it('warns until the next good record or until the log is opened; the words stay', () => {
    const { says, badge } = button();
    badge.owe(2, WORDS);
    badge.warn();
    expect(says).toEqual({ text: '!', title: WORDS });
    badge.count(1);
    badge.clear();
    expect(says.text).toBe('!');
    badge.tick();
    vi.advanceTimersByTime(TICK_MS);
    expect(says.text).toBe('2');
    badge.warn();
    badge.seen();
    expect(says.text).toBe('2');
  });

  it('reminds of a backup where nothing is owed', () => {
    const { says, badge } = button();
    badge.owe(1, WORDS);
    badge.remind();
    expect(says.text).toBe('1');
    badge.owe(0, '');
    expect(says.text).toBe('•');
    badge.seen();
    expect(says.text).toBe('');
  });

  it('takes over a warning and a reminder from an earlier run, and nothing else', async () => {
    for (const [left, then] of [
      ['!', '!'],
      ['•', '•'],
      ['2', ''],
      ['✓', ''],
    ] as const) {
      const { says, badge } = button(left);
      await badge.resume();
      badge.owe(0, '');
      expect(says.text).toBe(then);
    }
    const { says, badge } = button('!');
    badge.tick();
    await badge.resume();
    vi.advanceTimersByTime(TICK_MS);
    expect(says.text).toBe('');
  });
});
