import { describe, expect, it } from 'vitest';
import { owed, OWED_KEY } from '../../../../lib/app/owed/owed.ts';
import { createOwedBadge, OWED_ALARM } from '../../../../lib/app/owed/owed-badge.ts';
import { keepOwed } from '../../../../lib/app/owed/keep-owed.ts';
import { owedSteps } from '../../../../lib/app/owed/owed-steps.ts';
import type { Owed } from '../../../../lib/app/accounts/account-service.ts';
import { badge as words } from '../../../../lib/i18n/badge/badge.ts';
import { lab } from '../background-lab.ts';

const NOW = new Date(2026, 10, 23, 14, 2).getTime();
const day = (n: number, hour = 17) => new Date(2026, 10, 23 + n, hour).getTime();
const NOTHING: Owed = { answers: 0, verifications: 0, dues: [] };

describe('what we owe', () => {
  it('is counted and said in words, promises from the day on which they are due', () => {
    const steps = owedSteps({ answers: 2, verifications: 1, dues: [day(0), day(3), day(-9)] }, NOW, words.en);
    expect(steps).toEqual([
      {
        from: NOW,
        n: 5,
        title: 'Record a problem · Waiting for you: 2 questions to answer, 1 fix to check, 2 promises due',
      },
      { from: new Date(2026, 10, 26).getTime(), n: 6, title: expect.stringContaining('3 promises due') },
    ]);
    expect(owedSteps({ ...NOTHING, answers: 1 }, NOW, words.de)[0]?.title).toBe(
      'Problem festhalten · Es wartet auf Sie: 1 Frage zu beantworten',
    );
    expect(owedSteps(NOTHING, NOW, words.en)).toEqual([{ from: NOW, n: 0, title: '' }]);
  });

  it('stays readable however many promises there are', () => {
    const dues = Array.from({ length: 500 }, (_, i) => day(i));
    expect(owed.safeParse({ v: 1, steps: owedSteps({ ...NOTHING, dues }, NOW, words.de) }).success).toBe(
      true,
    );
  });
});

function bench(stored: unknown, at = NOW) {
  const shown: string[] = [];
  const alarms = new Map<string, number>();
  const clock = { at };
  const owing = createOwedBadge({
    local: { read: async (key) => (key === OWED_KEY ? stored : undefined) },
    badge: { owe: (n, title) => void shown.push(`${n} ${title}`.trim()) },
    alarms: {
      create: async (name, { when }) => void alarms.set(name, when),
      clear: async (name) => alarms.delete(name),
    },
    now: () => new Date(clock.at),
  });
  return { owing, shown, alarms, clock };
}
const STEPS = {
  v: 1,
  steps: [
    { from: NOW, n: 1, title: 'one' },
    { from: NOW + 1000, n: 2, title: 'two' },
    { from: NOW + 9000, n: 3, title: 'three' },
  ],
};

describe('the number on the button', () => {
  it('shows what holds and wakes for what comes next', async () => {
    const { owing, shown, alarms, clock } = bench(STEPS);
    await owing.show();
    expect([shown, alarms.get(OWED_ALARM)]).toEqual([['1 one'], NOW + 1000]);
    clock.at = NOW + 1000;
    await owing.show();
    expect([shown.at(-1), alarms.get(OWED_ALARM)]).toEqual(['2 two', NOW + 9000]);
    clock.at = NOW + 10_000;
    await owing.show();
    expect([shown.at(-1), alarms.size]).toEqual(['3 three', 0]);
  });

  it('catches up after a long sleep, and bears a clock that was set back', async () => {
    const late = bench(STEPS, NOW + 99_999);
    await late.owing.show();
    expect(late.shown).toEqual(['3 three']);
    const early = bench(STEPS, NOW - 99_999);
    await early.owing.show();
    expect(early.shown).toEqual(['1 one']);
    expect(early.alarms.get(OWED_ALARM)).toBe(NOW + 1000);
  });

  it.each([undefined, null, 7, { v: 2, steps: [] }, { v: 1, steps: [{ from: 'now' }] }])(
    'is none where nothing readable was written: %o',
    async (stored) => {
      const { owing, shown } = bench(stored);
      await owing.show();
      expect(shown).toEqual(['0']);
    },
  );

  it('is shown at every start of the background and at its alarm, which is set anew each time', async () => {
    const l = lab();
    l.local.set(OWED_KEY, {
      v: 1,
      steps: [
        { from: 0, n: 1, title: 'one' },
        { from: l.clock.ms + 60_000, n: 2, title: 'two' },
      ],
    });
    l.background.start();
    await expect.poll(() => l.badge).toContain('owe 1: one');
    expect(l.world.alarms.get(OWED_ALARM)).toBeGreaterThan(l.clock.ms);
    l.clock.ms += 61_000;
    l.background.alarm(OWED_ALARM);
    await expect.poll(() => l.badge.at(-1)).toBe('owe 2: two');
    l.local.set(OWED_KEY, { v: 1, steps: [{ from: 0, n: 7, title: 'seven' }] });
    expect(await l.ask({ verb: 'owed.changed' })).toEqual({ ok: true });
    expect(l.badge.at(-1)).toBe('owe 7: seven');
  });
});

describe('the page that keeps the number', () => {
  it('writes only what is new, and tells the background after it is written', async () => {
    const local = new Map<string, unknown>();
    const told: unknown[] = [];
    let emit: (value: Owed) => void = () => undefined;
    let at = NOW;
    keepOwed({
      accounts: { liveOwed: (onValue) => ((emit = onValue), () => undefined) },
      local: {
        read: async (key) => local.get(key),
        write: async (key, value) => void local.set(key, value),
      },
      words: async () => words.en,
      tell: () => void told.push(local.get(OWED_KEY)),
      now: () => new Date((at += 1)),
    });
    emit({ ...NOTHING, answers: 1 });
    await expect.poll(() => told).toHaveLength(1);
    emit({ ...NOTHING, answers: 1 });
    emit({ ...NOTHING, answers: 2 });
    await expect.poll(() => told).toHaveLength(2);
    expect(told[1]).toMatchObject({ steps: [{ n: 2 }] });
  });
});
