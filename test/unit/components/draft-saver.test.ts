import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftSaver } from '../../../components/popup/draft-saver.ts';
import type { Done } from '../../../lib/app/client/protocol.ts';

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

function setUp(answer: (text: string) => Done = () => ({ ok: true })) {
  const saved: { at: number; text: string }[] = [];
  const states: string[] = [];
  const saver = createDraftSaver({
    later,
    onState: (state) => states.push(state),
    save: (text) => {
      saved.push({ at: Date.now(), text });
      return Promise.resolve(answer(text));
    },
  });
  return { saver, saved, states };
}

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

describe('draft saver', () => {
  it('saves within 300 ms even while somebody types without a pause', async () => {
    const { saver, saved } = setUp();
    for (let key = 1; key <= 40; key += 1) {
      saver.touch('x'.repeat(key));
      await vi.advanceTimersByTimeAsync(50);
    }
    await vi.advanceTimersByTimeAsync(300);
    const gaps = saved.map(({ at }, index) => at - (saved[index - 1]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(300);
    expect(saved.at(-1)?.text).toBe('x'.repeat(40));
  });
  it('says saved only when the newest text is on disk', async () => {
    const { saver, states } = setUp();
    saver.touch('a');
    await vi.advanceTimersByTimeAsync(200);
    expect(states).toEqual(['dirty', 'saved']);
  });
  it('tries again after a failure, with the newest text', async () => {
    let full = true;
    const { saver, saved, states } = setUp(() => (full ? { ok: false, code: 'disk-full' } : { ok: true }));
    saver.touch('a');
    await vi.advanceTimersByTimeAsync(200);
    expect(states.at(-1)).toBe('failed');
    saver.touch('ab');
    full = false;
    await vi.advanceTimersByTimeAsync(700);
    expect(saved.at(-1)?.text).toBe('ab');
    expect(states.at(-1)).toBe('saved');
  });
  it('sends what is unsent at once when the popup goes away', () => {
    const { saver, saved } = setUp();
    saver.touch('last words');
    saver.flush();
    expect(saved.map((one) => one.text)).toEqual(['last words']);
  });
  it('sends nothing any more after drop', async () => {
    const { saver, saved } = setUp();
    saver.touch('a');
    saver.drop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved).toEqual([]);
  });
});
