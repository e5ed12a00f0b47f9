import { describe, expect, it } from 'vitest';
import { onceWhileFresh } from '../../../../lib/app/capture/begun.ts';
import type { Begun } from '../../../../lib/app/first/contract.ts';
import { PICTURE_LIMIT_MS } from '../../../../lib/capture/glance.ts';
import { lab, newId, TAB } from '../background-lab.ts';

const RAW = { id: 9, windowId: 2, url: 'https://b.example/', title: 'B', incognito: false, active: true };
const BEGUN: Begun = {
  at: 1000,
  front: Promise.resolve([RAW]),
  glance: { format: 'jpeg', url: Promise.resolve({ ok: true, value: 'data:image/jpeg;base64,/9j/' }) },
};
const noTabs = { query: () => Promise.reject(new Error('asked again')) } as never; // as: must not be asked

describe('a picture that was begun before the rest of the background was there', () => {
  it('goes to the first who asks, with its tab', async () => {
    const begun = onceWhileFresh(BEGUN, noTabs, () => 1100);
    const got = begun();
    expect(got?.glance).toBe(BEGUN.glance);
    expect(await got?.tab).toMatchObject({ tabId: 9, url: RAW.url, inFront: true });
    expect(begun()).toBeNull();
  });

  it('is not used once it is old, or where there is none', () => {
    expect(onceWhileFresh(BEGUN, noTabs, () => 1000 + PICTURE_LIMIT_MS)()).toBeNull();
    expect(onceWhileFresh(null, noTabs, () => 0)()).toBeNull();
  });

  it('is what the capture records, whatever is in front by then', async () => {
    const begun = onceWhileFresh(BEGUN, noTabs, () => 1100);
    const l = lab({ begun });
    expect(await l.recorded(newId())).toMatchObject({ host: 'b.example', title: 'B' });
    expect(l.world.glance).toBe(BEGUN.glance);
    l.world.tab = { ...TAB, tabId: 8 };
    expect(await l.recorded(newId())).toMatchObject({ host: 'portal.acme.example' });
    expect(l.world.glance).toBeNull();
  });
});
