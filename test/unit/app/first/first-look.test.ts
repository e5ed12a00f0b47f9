import { describe, expect, it } from 'vitest';
import { createFirstLook } from '../../../../lib/app/first/first-look.ts';

/** A browser that notes what it is asked. */
function world(settings: () => Promise<unknown>) {
  const asked: unknown[] = [];
  const look = createFirstLook({
    tabs: {
      captureVisibleTab: async (window: unknown, options: unknown) => {
        asked.push({ window, options });
        return 'data:image/jpeg;base64,/9j/';
      },
      query: async (question: unknown) => {
        asked.push(question);
        throw new Error('no tabs today');
      },
    },
    local: { read: settings },
    monotonic: () => 42,
  });
  return { look, asked };
}

describe('the first look', () => {
  it('asks once for the picture of what is in front and for its tab, and survives a refusal', async () => {
    const { look, asked } = world(async () => undefined);
    expect(look.begun()).toBeNull();
    await Promise.all([look.ask(), look.ask()]);
    expect(asked).toEqual([
      { window: undefined, options: { format: 'jpeg', quality: 92 } },
      { active: true, lastFocusedWindow: true, currentWindow: true, windowType: 'normal' },
    ]);
    const begun = look.begun();
    expect(begun?.at).toBe(42);
    expect(await begun?.glance.url).toMatchObject({ ok: true });
    await expect(begun?.front).rejects.toThrow('no tabs today');
  });

  it.each([
    ['png', { pictureFormat: 'png' }],
    ['jpeg', { pictureFormat: 'gif' }],
    ['jpeg', 'damaged'],
  ])('takes the chosen format: %s for %j', async (format, settings) => {
    const { look } = world(async () => settings);
    await look.ask();
    expect(look.begun()?.glance.format).toBe(format);
  });

  it('does not wait for settings that cannot be had', async () => {
    const refused = world(() => Promise.reject(new Error('no storage')));
    await refused.look.ask();
    expect(refused.look.begun()?.glance.format).toBe('jpeg');
    const silent = world(() => new Promise(() => undefined));
    await silent.look.ask();
    expect(silent.look.begun()?.glance.format).toBe('jpeg');
  });
});
