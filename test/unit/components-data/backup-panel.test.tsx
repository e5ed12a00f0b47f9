// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackupPanel } from '../../../components/data/BackupPanel.tsx';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import { DEFAULT_SETTINGS } from '../../../lib/app/settings/settings.ts';

type Counts = Readonly<{ lastBackup: null; sinceBackup: number }>;
const DUE = DEFAULT_SETTINGS.reminderIssues;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The panel of a log with so many issues that are in no backup; `kept`: how many backups are being made or lie ready. */
async function open(sinceBackup: number) {
  const seen = { begun: 0, kept: 0 };
  let tell: (counts: Counts) => void = () => undefined;
  const services = {
    backup: {
      ahead() {
        seen.begun += 1;
        seen.kept += 1;
        return () => void (seen.kept -= 1);
      },
      async make() {
        await new Promise((made) => setTimeout(made, 2000));
        return { ok: true, fileName: 'b.zip', bytes: 2, lostPictures: 0, more: [new Blob(['2'])] };
      },
      deliver: async () => true,
    },
    settings: { subscribe: () => () => undefined },
    log: {
      onChange(listener: (counts: Counts) => void) {
        tell = listener;
        listener({ lastBackup: null, sinceBackup });
        return () => undefined;
      },
    },
  };
  const app = { services, toasts: createToasts() } as unknown as App; // as: the panel uses these services only
  const show = (what: preact.ComponentChild) => <AppContext.Provider value={app}>{what}</AppContext.Provider>;
  const { rerender } = render(show(<BackupPanel />));
  return {
    seen,
    count: (now: number) => act(() => tell({ lastBackup: null, sinceBackup: now })),
    leave: () => act(() => rerender(show(null))),
    rest: (ms: number) =>
      act(async () => {
        await vi.advanceTimersByTimeAsync(ms);
      }),
  };
}

describe('the panel of backups', () => {
  it('has a backup made while somebody looks, where one is due', async () => {
    const { seen, rest } = await open(DUE);
    await rest(500);
    expect(seen.begun).toBe(0);
    await rest(1000);
    expect(seen).toEqual({ begun: 1, kept: 1 });
  });

  it('begins anew when there is more to back up, and drops it when it is left', async () => {
    const { seen, rest, count, leave } = await open(DUE);
    await rest(1500);
    await count(DUE + 1);
    expect(seen).toEqual({ begun: 1, kept: 0 });
    await rest(1500);
    expect(seen).toEqual({ begun: 2, kept: 1 });
    await leave();
    expect(seen.kept).toBe(0);
  });

  it('makes no second one while the parts of the first are still to be saved', async () => {
    const { seen, rest } = await open(DUE);
    await rest(1500);
    await act(async () => void fireEvent.click(screen.getByText('Make a backup')));
    await rest(5000);
    expect(screen.getByText('Save file 2 of 2')).toBeTruthy();
    await rest(5000);
    expect(seen.begun).toBe(1);
  });

  it('makes nothing where no backup is due', async () => {
    const { seen, rest } = await open(DUE - 1);
    await rest(5000);
    expect(seen.begun).toBe(0);
  });
});
