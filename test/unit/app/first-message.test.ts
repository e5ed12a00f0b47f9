import { afterEach, describe, expect, it } from 'vitest';
import { ownRuntime, sayOpened } from '../../../lib/app/client/first-message.ts';

afterEach(() => {
  for (const name of ['casebookFirstMessage', 'browser', 'chrome']) Reflect.deleteProperty(globalThis, name);
});

function port() {
  const push: ((message: unknown) => void)[] = [];
  const end: (() => void)[] = [];
  const made = {
    onMessage: { addListener: (listener: (message: unknown) => void) => void push.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => void end.push(listener) },
  };
  return {
    port: made,
    say: (message: unknown) => push.forEach((f) => f(message)),
    end: () => end.forEach((f) => f()),
  };
}

describe('the first message of a popup', () => {
  it('leaves once, whichever of its scripts comes first', async () => {
    const sent: unknown[] = [];
    const runtime = {
      sendMessage: async (message: unknown) => sent.push(message),
      connect: () => port().port,
    };
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
      connect() {
        throw new Error('Extension context invalidated.');
      },
    });
    expect(first.port).toBeNull();
    await expect(first.answer).rejects.toThrow('invalidated');
  });

  it('leaves with a port that forgets nothing while nobody listens', () => {
    const other = port();
    const { port: held } = sayOpened({ sendMessage: () => Promise.resolve(), connect: () => other.port });
    other.say('host and title');
    const heard: unknown[] = [];
    held?.follow(
      (message) => heard.push(message),
      () => heard.push('end'),
    );
    other.say('picture');
    other.end();
    expect(heard).toEqual(['host and title', 'picture', 'end']);
  });

  it('tells of a background that went away meanwhile', () => {
    const other = port();
    const { port: held } = sayOpened({ sendMessage: () => Promise.resolve(), connect: () => other.port });
    other.end();
    let ended = 0;
    held?.follow(
      () => undefined,
      () => (ended += 1),
    );
    expect(ended).toBe(1);
  });

  it('goes through the API of either browser, and is nothing outside the extension', () => {
    const runtime = { sendMessage: () => Promise.resolve(), connect: () => port().port };
    expect(() => ownRuntime()).toThrow(TypeError);
    Reflect.set(globalThis, 'chrome', { runtime });
    expect(ownRuntime()).toBe(runtime);
  });
});
