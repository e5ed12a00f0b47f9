import { describe, expect, it } from 'vitest';
import type { Bench } from './bench.ts';
import { capturesOf } from './records.ts';

/** More often than any browser forgets what a worker had imported. */
const STOPS = 6;

/** Runs in a page: everything that a popup and the log would say, in one turn. */
async function askAllAtOnce(ids: readonly string[]): Promise<readonly unknown[]> {
  const api = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
  const port = api.runtime.connect({ name: `popup:${ids[0]}` });
  const answers: unknown[] = await Promise.all([
    api.runtime.sendMessage({ verb: 'owed.changed' }),
    ...ids.map((captureId) => api.runtime.sendMessage({ verb: 'popup.opened', captureId })),
    api.runtime.sendMessage({ verb: 'no such verb' }),
    api.runtime.sendMessage({ verb: 'background.wake' }),
  ]);
  port.disconnect();
  return answers.map((answer) => {
    const { ok, state, code, captureId } = Object(answer);
    return { ok, state, code, captureId };
  });
}

/** The background hears events in its first part and carries them out in its second, which it loads. */
export function twoParts(bench: () => Bench): void {
  describe('a background in two parts', { retry: 0 }, () => {
    it(`records with picture and page after each of ${STOPS} stops`, async () => {
      const { driver, portal, reader } = bench();
      const before = (await capturesOf(reader)).length;
      const tab = await driver.openPage(`${portal.origin}/parts/0`);
      for (let stop = 0; stop < STOPS; stop += 1) {
        await tab.goto(`${portal.origin}/parts/${stop}`);
        await driver.killBackground().catch(() => undefined);
        const popup = await driver.clickToolbar(tab);
        await popup.waitForText(/Recorded \d/, 20_000);
        await driver.dismissPopup();
      }
      const captures = (await capturesOf(reader)).slice(before);
      expect(captures.map(({ page, picture }) => `${page.url} ${picture.state}`)).toEqual(
        Array.from({ length: STOPS }, (_, stop) => `${portal.origin}/parts/${stop} present`),
      );
    });

    it('answers everything that is asked at once of a stopped background, each in its own way', async () => {
      const { driver, reader } = bench();
      await reader.bringToFront();
      for (let round = 0; round < 3; round += 1) {
        await driver.killBackground().catch(() => undefined);
        const ids = [crypto.randomUUID(), crypto.randomUUID()];
        const [owed, first, second, unknown, woken] = await reader.evaluate(askAllAtOnce, ids);
        expect(owed).toMatchObject({ ok: true });
        expect([first, second]).toMatchObject([
          { state: 'recorded', captureId: ids[0] },
          { state: 'recorded', captureId: ids[1] },
        ]);
        expect(unknown).toMatchObject({ ok: false, code: 'invalid' });
        expect(woken).toMatchObject({ ok: true });
      }
    });
  });
}
