import { describe, expect, it } from 'vitest';
import { lookAt } from '../../../lib/app/capture/sightings.ts';
import type { Eyes } from '../../../lib/app/capture/sightings.ts';
import type { TabFacts } from '../../../lib/capture/tab-facts.ts';
import type { ReasonCode } from '../../../lib/domain/evidence/reason.ts';
import { JPEG, TAB } from './background-lab.ts';

/** A page that refuses the script for this reason; `later` is what a second look at its tab tells. */
function eyes(reason: ReasonCode, later: TabFacts['shows']): Eyes & { looks: number } {
  const made = {
    looks: 0,
    activeTab: () => Promise.resolve(TAB),
    screenshooter: {
      glance: () => null,
      shoot: () =>
        Promise.resolve({
          ok: true as const,
          picture: { bytes: JPEG, mime: 'image/jpeg' as const },
          changedDuringCapture: false,
        }),
    },
    evidence: () => Promise.resolve({ ok: false as const, reason }),
    shownAtLast: () => {
      made.looks += 1;
      return Promise.resolve(later);
    },
    machine: () =>
      Promise.resolve({
        browser: 'Test',
        browserVersion: '1',
        os: 'Linux',
        extensionVersion: '0.1.0',
        uiLanguage: 'en',
        languages: ['en'],
      }),
    zoom: () => Promise.resolve(100),
  };
  return made;
}

describe('a refused script at a web address', () => {
  it.each(['error-page', 'pdf'] as const)('is explained by a second look: %s', async (later) => {
    const seen = await lookAt(TAB, 'jpeg', eyes('not-allowed', later));
    expect(seen.outcome).toEqual({ ok: false, reason: later });
    expect(seen.picture.state).toBe('present');
  });

  it('stays unexplained when the second look tells nothing', async () => {
    const seen = await lookAt(TAB, 'jpeg', eyes('not-allowed', null));
    expect(seen.outcome).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('nobody looks a second time', () => {
  it.each<readonly [string, ReasonCode, Partial<TabFacts>]>([
    ['where the page hangs', 'hung', {}],
    ['where the browser itself names an error page', 'error-page', {}],
    ['where the first look told', 'not-allowed', { shows: 'error-page' }],
    ['where the address tells', 'not-allowed', { url: 'about:preferences' }],
    ['where there is no address', 'not-allowed', { url: null }],
  ])('%s', async (_where, reason, facts) => {
    const browser = eyes(reason, null);
    await lookAt({ ...TAB, ...facts }, 'jpeg', browser);
    expect(browser.looks).toBe(0);
  });
});
