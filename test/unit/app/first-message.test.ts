import { afterEach, describe, expect, it } from 'vitest';
import { ownRuntime, sayOpened } from '../../../lib/app/client/first-message.ts';

afterEach(() => {
  for (const name of ['casebookFirstMessage', 'browser', 'chrome']) Reflect.deleteProperty(globalThis, name);
});

describe('the first message of a popup', () => {
  it('leaves once, whichever of its scripts comes first', async () => {
    const sent: unknown[] = [];
    const runtime = { sendMessage: async (message: unknown) => sent.push(message) };
    const first = sayOpened(runtime);
    const second = sayOpened(runtime);
    expect(second).toBe(first);
    expect(await first.answer).toBe(1);
    expect(sent).toEqual([
      { verb: 'popup.opened', captureId: first.captureId, clickedAt: Math.round(performance.timeOrigin) },
    ]);
  });

  it('that the browser refuses at once is a failed answer, not a failed script', async () => {
    const first = sayOpened({
      sendMessage() {
        throw new Error('Extension context invalidated.');
      },
    });
    await expect(first.answer).rejects.toThrow('invalidated');
  });

  it('goes through the API of either browser, and is nothing outside the extension', () => {
    const runtime = { sendMessage: () => Promise.resolve() };
    expect(() => ownRuntime()).toThrow('not running inside the extension');
    Reflect.set(globalThis, 'chrome', { runtime });
    expect(ownRuntime()).toBe(runtime);
  });
});
