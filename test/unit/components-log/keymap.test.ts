import { describe, expect, it } from 'vitest';
import { commandOf, EVENT_KEYS, eventOf, keyOfEvent } from '../../../components/log/keymap.ts';
import type { FocusPlace } from '../../../components/log/keymap.ts';

const press = (
  key: string,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {},
) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('commandOf', () => {
  it('moves with j, k and the arrow keys', () => {
    expect(['j', 'k', 'ArrowDown', 'ArrowUp'].map((key) => commandOf(press(key), 'list'))).toEqual([
      'next',
      'previous',
      'next',
      'previous',
    ]);
  });
  it('leaves every key alone while text is typed', () => {
    const keys = ['j', 'x', '#', 'Delete', 'Enter', '/', '?', 'z', 'Escape', 'a'];
    expect(keys.map((key) => commandOf(press(key), 'text'))).toEqual(keys.map(() => null));
  });
  it('leaves Enter, Space, Delete and arrows to a focused button', () => {
    for (const key of ['Enter', ' ', 'Delete', 'ArrowDown', 'Home'])
      expect(commandOf(press(key), 'control')).toBeNull();
  });
  it('trashes with # anywhere, with Delete only in the list', () => {
    const places: readonly FocusPlace[] = ['list', 'page', 'control'];
    expect(places.map((place) => commandOf(press('#'), place))).toEqual(['trash', 'trash', 'trash']);
    expect(places.map((place) => commandOf(press('Delete'), place))).toEqual(['trash', null, null]);
  });
  it('selects all with Ctrl and with Cmd, and leaves the other combinations to the browser', () => {
    expect(commandOf(press('a', { ctrlKey: true }), 'list')).toBe('select-all');
    expect(commandOf(press('a', { metaKey: true }), 'list')).toBe('select-all');
    expect(commandOf(press('z', { ctrlKey: true }), 'list')).toBeNull();
    expect(commandOf(press('ArrowUp', { altKey: true }), 'list')).toBeNull();
  });
  it('extends the selection with Shift', () => {
    expect(commandOf(press('ArrowDown', { shiftKey: true }), 'list')).toBe('extend-next');
    expect(commandOf(press('X', { shiftKey: true }), 'list')).toBe('select-range');
  });
});

describe('keys that say what happened', () => {
  it('mean nothing else, and nothing while text is typed or a modifier is held', () => {
    for (const [key, event] of Object.entries(EVENT_KEYS)) {
      expect(eventOf(press(key), 'list')).toBe(event);
      expect(eventOf(press(key), 'control')).toBe(event);
      expect(commandOf(press(key), 'list')).toBeNull();
      expect(eventOf(press(key), 'text')).toBeNull();
      expect(eventOf(press(key, { ctrlKey: true }), 'list')).toBeNull();
      expect(keyOfEvent(event)).toBe(key);
    }
    expect(keyOfEvent('withdrawn')).toBeNull();
  });
});
