import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../../support/browser/find.ts';
import { soak } from '../../soak/soak.ts';
import { withBrowser } from './one-browser.ts';

/** The short form of `npm run soak`. */
const KILLS = 3;
const CAPTURES = 60;

export function shortSoak(name: BrowserName): void {
  describe('when the whole browser is killed while it records', { retry: 0 }, () => {
    it.each(['page', 'popup'] as const)(
      `loses nothing that was acknowledged and leaves nothing half (from the %s, ${KILLS} kills)`,
      { timeout: 300_000 },
      async (path) => {
        await withBrowser(name, async ({ driver, portal }) => {
          const plan = { path, kills: KILLS, captures: CAPTURES, web: `${portal.origin}/error-id` } as const;
          const result = await soak(driver, plan);
          expect(result).toMatchObject({ lost: [], half: [], twice: [], broken: [] });
          expect(result.acknowledged).toBeGreaterThanOrEqual(KILLS * CAPTURES);
        });
      },
    );
  });
}
