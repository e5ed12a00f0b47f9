import { describe, expect, it } from 'vitest';
import { createFirstBackground } from '../../../../lib/app/first/first-background.ts';
import type { Background, Begun, DeskPort, FirstPart } from '../../../../lib/app/first/contract.ts';
import type { FirstLook } from '../../../../lib/app/first/first-look.ts';

const OWN = { id: 'casebook', origin: 'chrome-extension://casebook/' };
const POPUP = { id: OWN.id, url: `${OWN.origin}popup.html` };
const OPENED = { verb: 'popup.opened', captureId: '5d2b6ff4-8c2b-4b0a-9d0e-0c2f1c3d4e5f' };
const BEGUN: Begun = {
  at: 1,
  front: Promise.resolve([]),
  glance: { format: 'jpeg', url: Promise.resolve({ ok: true, value: 'data:' }) },
};

/** A first part whose rest comes when the test says so. `heard`: what happened, in order. */
function world() {
  const heard: string[] = [];
  const failures: unknown[] = [];
  let arrive: (works: boolean) => void = () => undefined;
  let looked = false;
  const sleeping: (() => void)[] = [];
  const look: FirstLook = {
    ask: async () => {
      heard.push('look');
      await Promise.resolve();
      looked = true;
    },
    begun: () => (looked ? BEGUN : null),
  };
  const rest: Background = {
    message: async (raw) => {
      heard.push(`message ${JSON.stringify(raw)}`);
      return { answered: raw };
    },
    connect: (port) => {
      heard.push(`connect ${port.name}`);
      port.onDisconnect.addListener(() => void heard.push(`end ${port.name}`));
    },
    installed: (reason) => {
      heard.push(`installed ${reason}`);
      if (reason === 'broken') throw new Error('a bug');
    },
    menuChosen: () => void heard.push('menu'),
    commanded: (name) => void heard.push(`command ${name}`),
    updateAvailable: () => void heard.push('update'),
    alarm: (name) => void heard.push(`alarm ${name}`),
    start: () => void heard.push('start'),
  };
  const badge = { warn: () => void heard.push('warn') };
  const first = createFirstBackground({
    look,
    load: () => {
      heard.push('load');
      return new Promise((resolve, reject) => {
        arrive = (works) =>
          works
            ? resolve(({ begun }: FirstPart) => {
                heard.push(begun === null ? 'made' : 'made with a picture');
                return rest;
              })
            : reject(new Error('no file'));
      });
    },
    parts: { browser: {}, badge, scrubber: () => Promise.reject(new Error('unused')) } as never, // as: only the badge is used here
    lost: {
      message: async () => ({ state: 'failed', code: 'unavailable' }),
      commanded: (name) => void heard.push(`lost ${name}`),
      menuChosen: () => void heard.push('lost menu'),
      update: () => void heard.push('reload'),
    },
    own: OWN,
    sleep: (ms) => (ms === 0 ? Promise.resolve() : new Promise((done) => void sleeping.push(() => done()))),
    report: (what, error) => void failures.push(what, error),
  });
  const settled = () => new Promise((done) => setTimeout(done));
  return {
    first,
    heard,
    failures,
    settled,
    idle: () => sleeping.splice(0).forEach((wake) => wake()),
    async arrives(works = true) {
      await settled();
      arrive(works);
      await settled();
    },
  };
}

function port(name: string): DeskPort & { end: () => void } {
  const listeners: (() => void)[] = [];
  return {
    name,
    sender: POPUP,
    postMessage: () => undefined,
    disconnect: () => undefined,
    onDisconnect: { addListener: (listener) => void listeners.push(listener) },
    end: () => listeners.forEach((listener) => listener()),
  };
}

describe('the first part of the background', () => {
  it('asks for the picture before it loads anything, and hands it over', async () => {
    const { first, heard, arrives } = world();
    const answer = first.message(OPENED, POPUP);
    expect(heard).toEqual(['look']);
    await arrives();
    expect(heard).toEqual([
      'look',
      'load',
      'made with a picture',
      'start',
      `message ${JSON.stringify(OPENED)}`,
    ]);
    expect(await answer).toEqual({ answered: OPENED });
  });

  it('hands over everything that came meanwhile, in its order, then only passes on', async () => {
    const { first, heard, arrives } = world();
    first.alarm('daily');
    const message = first.message({ verb: 'background.wake' }, POPUP);
    first.connect(port('popup:1'));
    first.commanded('record-silently', {});
    first.installed('update');
    first.menuChosen({}, {});
    first.updateAvailable();
    await arrives();
    const events = ['connect popup:1', 'command record-silently', 'installed update', 'menu', 'update'];
    expect(heard).toEqual([
      'load',
      'made',
      'start',
      'alarm daily',
      'message {"verb":"background.wake"}',
      ...events,
    ]);
    await message;
    first.alarm('later');
    expect(heard.at(-1)).toBe('alarm later');
    expect(heard.filter((what) => what === 'load')).toHaveLength(1);
  });

  it('takes no picture for a message that is not the opening of our popup', async () => {
    const { first, heard } = world();
    void first.message(OPENED, { id: OWN.id, url: 'https://portal.example/' });
    void first.message({ verb: 'log.open' }, POPUP);
    expect(heard).not.toContain('look');
  });

  it('tells the end of a popup that closed while the rest was loading', async () => {
    const { first, heard, arrives } = world();
    const popup = port('popup:1');
    first.connect(popup);
    popup.end();
    await arrives();
    expect(heard.slice(-2)).toEqual(['connect popup:1', 'end popup:1']);
  });

  it('tells the end of a popup that closes later once', async () => {
    const { first, heard, arrives } = world();
    const popup = port('popup:1');
    first.connect(popup);
    await arrives();
    popup.end();
    expect(heard.filter((what) => what === 'end popup:1')).toHaveLength(1);
  });

  it('loads the rest when nothing happens, too: every start has something to finish', async () => {
    const { first, heard, idle, arrives } = world();
    first.start();
    await arrives();
    expect(heard).toEqual([]);
    idle();
    await arrives();
    expect(heard).toEqual(['load', 'made', 'start']);
  });

  it('passes on the next event when one of them hits a bug', async () => {
    const { first, heard, failures, arrives } = world();
    first.installed('broken');
    first.alarm('daily');
    await arrives();
    expect(heard).toContain('alarm daily');
    expect(failures).toContain('pass on an event');
  });

  it('says so when the rest cannot be had, keeps what it can, and tries again with the next event', async () => {
    const { first, heard, failures, arrives } = world();
    const opened = first.message(OPENED, POPUP);
    const foreign = first.message(OPENED, { id: 'somebody' });
    first.commanded('record-silently', {});
    first.menuChosen({}, {});
    first.updateAvailable();
    await arrives(false);
    expect(await opened).toEqual({ state: 'failed', code: 'unavailable' });
    expect(await foreign).toEqual({ ok: false, code: 'refused' });
    expect(heard).toEqual(['look', 'load', 'warn', 'lost record-silently', 'lost menu', 'reload']);
    expect(failures[0]).toBe('load the rest of itself');
    const again = first.message({ verb: 'background.wake' }, POPUP);
    await arrives();
    expect(await again).toEqual({ answered: { verb: 'background.wake' } });
  });
});
