import { describe, expect, it, vi } from 'vitest';
import { installSecret } from '../../../lib/app/install-secret.ts';
import { createSettingsService } from '../../../lib/app/settings/settings-service.ts';
import type { SettingsBrowser } from '../../../lib/app/settings/settings-service.ts';
import { DEFAULT_SETTINGS } from '../../../lib/app/settings/settings.ts';
import { backupDue } from '../../../lib/app/capture/backup-reminder.ts';

function browserWith(stored?: unknown) {
  const values = new Map<string, unknown>([['settings', stored]]);
  const listeners = new Set<(value: unknown) => void>();
  const browser: SettingsBrowser = {
    read: async (key) => values.get(key),
    write: async (key, value) => {
      values.set(key, value);
      for (const listener of listeners) listener(value);
    },
    onChange(_key, listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    commands: async () => [],
  };
  return { browser, values };
}

describe('settings', () => {
  it('are the defaults where nothing, or nonsense, is stored', async () => {
    for (const stored of [undefined, null, 'x', 7, []]) {
      expect(await createSettingsService(browserWith(stored).browser).get()).toEqual(DEFAULT_SETTINGS);
    }
  });

  it('lose only the value that cannot be understood', async () => {
    const { browser } = browserWith({ language: 'de', theme: 'neon', reminderDays: -3 });
    expect(await createSettingsService(browser).get()).toEqual({ ...DEFAULT_SETTINGS, language: 'de' });
  });

  it('keep what is not changed, and reach whoever listens', async () => {
    const service = createSettingsService(browserWith({ language: 'de' }).browser);
    const seen = vi.fn<(settings: unknown) => void>();
    const end = service.subscribe(seen);
    await service.set({ theme: 'dark' });
    end();
    await service.set({ theme: 'light' });
    expect(seen).toHaveBeenLastCalledWith({ ...DEFAULT_SETTINGS, language: 'de', theme: 'dark' });
    expect(await service.get()).toMatchObject({ language: 'de', theme: 'light' });
  });

  it('are the defaults when they cannot be read', async () => {
    const { browser } = browserWith();
    const broken = { ...browser, read: () => Promise.reject(new Error('Storage is gone.')) };
    expect(await createSettingsService(broken).get()).toEqual(DEFAULT_SETTINGS);
  });
});

describe('the install secret', () => {
  it('is made once and kept', async () => {
    const { browser } = browserWith();
    const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
    const [first, second] = [await installSecret(browser, random), await installSecret(browser, random)];
    expect(first).toHaveLength(32);
    expect(second).toEqual(first);
  });

  it('is there even if it cannot be kept', async () => {
    const fail = () => Promise.reject(new Error('Storage is gone.'));
    expect(await installSecret({ read: fail, write: fail }, (n) => new Uint8Array(n).fill(7))).toEqual(
      new Uint8Array(32).fill(7),
    );
  });
});

describe('the reminder of a backup', () => {
  const rule = { reminderDays: 14, reminderIssues: 25 };
  const now = new Date('2026-11-23T12:00:00.000Z');
  const last = (at: string) => ({ at, entries: 1, pictures: 0, bytes: 1 });
  it.each([
    ['nothing is new', { sinceBackup: 0, lastBackup: null }, rule, false],
    ['a few are new', { sinceBackup: 24, lastBackup: null }, rule, false],
    ['many are new', { sinceBackup: 25, lastBackup: null }, rule, true],
    [
      'one is new and the last is old',
      { sinceBackup: 1, lastBackup: last('2026-11-09T12:00:00.000Z') },
      rule,
      true,
    ],
    [
      'one is new and the last is young',
      { sinceBackup: 1, lastBackup: last('2026-11-09T12:00:00.001Z') },
      rule,
      false,
    ],
    ['it is switched off', { sinceBackup: 900, lastBackup: null }, { ...rule, reminderIssues: 0 }, false],
  ])('when %s', (_when, counts, given, due) => {
    expect(backupDue(counts, given, now)).toBe(due);
  });
});
