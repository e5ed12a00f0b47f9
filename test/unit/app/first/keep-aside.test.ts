import { describe, expect, it } from 'vitest';
import type { Begun } from '../../../../lib/app/first/contract.ts';
import { createAside } from '../../../../lib/app/first/keep-aside.ts';
import { whenLost } from '../../../../lib/app/first/when-lost.ts';
import { JOURNAL_LINES } from '../../../../lib/app/storage-keys.ts';
import { createScrubber } from '../../../../lib/domain/privacy/scrubber.ts';
import { lab, newId, TAB } from '../background-lab.ts';

const SECRET = 'abcdefghijklmnop';
const RAW = { id: 7, windowId: 1, url: TAB.url, title: 'Invoices', incognito: false, active: true };

/** The first part without its rest, over the `storage.local` of `local`. */
function lost(local: Map<string, unknown>, tab: unknown = RAW) {
  let reloads = 0;
  const events = whenLost({
    aside: createAside({
      local: {
        read: async (key) => local.get(key),
        write: async (key, value) => void local.set(key, structuredClone(value)),
        all: async () => Object.fromEntries(local),
      },
      scrubber: async () => createScrubber({ secret: new Uint8Array(32) }),
      now: () => new Date(Date.UTC(2026, 10, 23, 14)),
      newIssueId: newId,
      extensionVersion: '0.1.0',
      navigator: { language: 'en', languages: ['en'], userAgent: 'Test' },
    }),
    newId,
    reload: () => void (reloads += 1),
  });
  const begun: Begun = {
    at: 0,
    front: Promise.resolve([tab]),
    glance: { format: 'jpeg', url: Promise.resolve({ ok: true, value: '' }) },
  };
  const message = (raw: object) => events.message(raw, begun);
  return { events, message, reloads: () => reloads };
}

describe('a capture whose background cannot be loaded', () => {
  it('is kept without its secrets, with what was typed, and enters the log once the background is whole', async () => {
    const local = new Map<string, unknown>();
    const captureId = newId();
    const { message } = lost(local);
    expect(await message({ verb: 'popup.opened', captureId })).toMatchObject({
      state: 'journalled',
      captureId,
      host: 'portal.acme.example',
      title: 'Invoices',
    });
    expect(await message({ verb: 'draft.save', captureId, text: 'The list is emp' })).toEqual({ ok: true });
    expect(await message({ verb: 'draft.done', captureId, text: 'The list is empty' })).toMatchObject({
      ok: true,
      view: { state: 'journalled', text: 'The list is empty' },
    });
    expect(JSON.stringify(Object.fromEntries(local))).not.toContain(SECRET);

    const whole = lab({ local });
    expect(await whole.ask({ verb: 'background.wake' })).toEqual({ ok: true });
    const entries = await whole.entries();
    expect(entries.map(({ kind }) => kind)).toEqual([
      'ledger.started',
      'occurrence.captured',
      'issue.described',
    ]);
    expect(entries[1]?.body).toMatchObject({ captureId, page: { host: 'portal.acme.example' } });
    expect(entries[2]?.body).toMatchObject({ text: 'The list is empty' });
    expect([...local.keys()].filter((key) => key.startsWith('journal:'))).toEqual([]);
  });

  it('is kept once when the popup asks twice', async () => {
    const local = new Map<string, unknown>();
    const captureId = newId();
    const { message } = lost(local);
    await message({ verb: 'popup.opened', captureId });
    const before = structuredClone(local.get(`journal:${captureId}`));
    await message({ verb: 'popup.opened', captureId });
    expect(local.get(`journal:${captureId}`)).toEqual(before);
  });

  it('leaves nothing of a private window', async () => {
    const local = new Map<string, unknown>();
    const { message } = lost(local, { ...RAW, incognito: true });
    expect(await message({ verb: 'popup.opened', captureId: newId() })).toEqual({
      state: 'refused',
      reason: 'private-window',
    });
    expect(local.size).toBe(0);
  });

  it('says so when nothing can be kept: a full journal drops nothing older', async () => {
    const local = new Map<string, unknown>();
    for (let n = 0; n < JOURNAL_LINES; n += 1) local.set(`journal:${n}`, {});
    const { message } = lost(local);
    expect(await message({ verb: 'popup.opened', captureId: newId() })).toEqual({
      state: 'failed',
      code: 'unavailable',
    });
    expect(local.size).toBe(JOURNAL_LINES);
  });

  it('is kept when it was asked for by shortcut or menu', async () => {
    const local = new Map<string, unknown>();
    const { events } = lost(local);
    events.commanded('record-silently', RAW);
    events.commanded('another', RAW);
    events.menuChosen({ menuItemId: 'record' }, RAW);
    events.menuChosen({ menuItemId: 'else' }, RAW);
    await expect.poll(() => local.size).toBe(2);
  });

  it.each([
    { verb: 'log.open' },
    { verb: 'popup.opened', captureId: 'no id' },
    { verb: 'draft.save', captureId: '5d2b6ff4-8c2b-4b0a-9d0e-0c2f1c3d4e5f', text: 'for nothing known' },
  ])('answers everything else with a failure: $verb', async (raw) => {
    expect(await lost(new Map()).message(raw)).toEqual({ ok: false, code: 'unavailable' });
  });

  it('takes a newer version at once', () => {
    const { events, reloads } = lost(new Map());
    events.update();
    expect(reloads()).toBe(1);
  });
});
