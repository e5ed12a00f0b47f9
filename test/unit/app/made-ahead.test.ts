import { describe, expect, it } from 'vitest';
import { createMadeAhead } from '../../../lib/app/made-ahead.ts';
import type { Progress, Work } from '../../../lib/export/source.ts';

type Call = { order: string; work: Work; done: (result: string) => void; fail: (error: Error) => void };

function bench() {
  const calls: Call[] = [];
  const ahead = createMadeAhead<string, string>(
    (order, work) =>
      new Promise((done, fail) => {
        calls.push({ order, work, done, fail });
        work.signal?.addEventListener('abort', () => fail(new Error('stopped')));
      }),
    (a, b) => a === b,
  );
  return { ahead, calls };
}
const turn = (): Promise<void> => new Promise((next) => setTimeout(next));
const HALF: Progress = { done: 1, total: 2, what: 'issues' };

describe('work made ahead', () => {
  it('is taken once, by the order it was begun for', async () => {
    const { ahead, calls } = bench();
    ahead.begin('a');
    await turn();
    expect(await ahead.take('b', {})).toBeNull();
    const taken = ahead.take('a', {});
    calls[0]?.done('made');
    expect(await taken).toBe('made');
    expect(await ahead.take('a', {})).toBeNull();
    expect(calls).toHaveLength(1);
  });

  it('gives way to the page until somebody waits for it, and then tells how far it is', async () => {
    const { ahead, calls } = bench();
    ahead.begin('a');
    await turn();
    const work = calls[0]?.work;
    expect(work?.quiet?.()).toBe(true);
    work?.onProgress?.(HALF);
    const told: Progress[] = [];
    const taken = ahead.take('a', { onProgress: (progress) => told.push(progress) });
    expect(work?.quiet?.()).toBe(false);
    work?.onProgress?.({ ...HALF, done: 2 });
    calls[0]?.done('made');
    await taken;
    expect(told.map(({ done }) => done)).toEqual([1, 2]);
  });

  it('stops when another order comes, when it is dropped, and when who took it gives up', async () => {
    const { ahead, calls } = bench();
    ahead.begin('a');
    await turn();
    ahead.begin('b');
    await turn();
    expect(calls.map(({ work }) => work.signal?.aborted)).toEqual([true, false]);
    ahead.drop();
    expect(calls[1]?.work.signal?.aborted).toBe(true);
    ahead.begin('c');
    await turn();
    const stop = new AbortController();
    const taken = ahead.take('c', { signal: stop.signal });
    // Only what nobody took yet can be dropped.
    ahead.drop();
    expect(calls[2]?.work.signal?.aborted).toBe(false);
    stop.abort();
    expect(await taken).toBeNull();
    expect(calls[2]?.work.signal?.aborted).toBe(true);
  });

  it('is not begun twice for the same order', async () => {
    const { ahead, calls } = bench();
    ahead.begin('a');
    ahead.begin('a');
    await turn();
    expect(calls).toHaveLength(1);
  });

  it('says nothing of a failure: the order is made again and fails where somebody hears of it', async () => {
    const { ahead, calls } = bench();
    ahead.begin('a');
    await turn();
    calls[0]?.fail(new Error('no'));
    await turn();
    expect(await ahead.take('a', {})).toBeNull();
  });
});
