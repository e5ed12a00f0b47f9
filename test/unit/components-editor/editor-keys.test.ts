import { describe, expect, it } from 'vitest';
import { editorCommand } from '../../../components/editor/editor-keys.ts';
import type { EditorPlace } from '../../../components/editor/editor-keys.ts';
import { nextZoom } from '../../../components/editor/zoom-steps.ts';
import { TOOL_KEYS, TOOLS } from '../../../components/editor/tools.ts';
import { de } from '../../../lib/i18n/editor/de.ts';
import { en } from '../../../lib/i18n/editor/en.ts';

const press = (
  key: string,
  place: EditorPlace,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey', true>> = {},
) => editorCommand({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held }, place);

describe('the keys of the editor', () => {
  it('choose every tool by a letter of its own', () => {
    expect(new Set(Object.values(TOOL_KEYS)).size).toBe(TOOLS.length);
    for (const tool of TOOLS) expect(press(TOOL_KEYS[tool], 'picture')).toEqual({ kind: 'tool', tool });
  });

  it('leave text fields alone but for saving and leaving', () => {
    for (const key of ['a', 'b', 'Delete', 'ArrowLeft', '+', '?', 'Enter', ' ', '[', 'j'])
      expect(press(key, 'text'), key).toBeNull();
    expect(press('z', 'text', { ctrlKey: true })).toBeNull();
    expect(press('Enter', 'text', { ctrlKey: true })).toEqual({ kind: 'save' });
    expect(press('Escape', 'text')).toEqual({ kind: 'back' });
  });

  it('leave buttons what is theirs', () => {
    for (const key of ['Enter', ' ', 'ArrowDown', 'Delete']) expect(press(key, 'control'), key).toBeNull();
    expect(press('Enter', 'mark')).toBeNull();
    expect(press('r', 'control')).toEqual({ kind: 'tool', tool: 'redaction' });
  });

  it('move by one, with Shift by ten', () => {
    expect(press('ArrowLeft', 'picture')).toEqual({ kind: 'nudge', dx: -1, dy: 0 });
    expect(press('ArrowDown', 'mark', { shiftKey: true })).toEqual({ kind: 'nudge', dx: 0, dy: 10 });
  });

  it('undo and redo as people know it, and never take the browser’s own keys', () => {
    expect(press('z', 'picture', { ctrlKey: true })).toEqual({ kind: 'undo' });
    expect(press('Z', 'picture', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'redo' });
    expect(press('y', 'control', { ctrlKey: true })).toEqual({ kind: 'redo' });
    for (const key of ['r', 't', 'l', 'w', 'c', '+'])
      expect(press(key, 'picture', { ctrlKey: true }), key).toBeNull();
    expect(press('ArrowLeft', 'picture', { altKey: true })).toBeNull();
  });
});

describe('zooming', () => {
  it('goes from step to step between 5 and 400 percent', () => {
    expect(nextZoom('in', 0.63)).toBe(0.67);
    expect(nextZoom('out', 0.63)).toBe(0.5);
    expect(nextZoom('in', 4)).toBe(4);
    expect(nextZoom('out', 0.05)).toBe(0.05);
    expect(nextZoom('fit', 2)).toBe('fit');
    expect(nextZoom('full', 2)).toBe(1);
  });
});

describe('the words of the editor', () => {
  it('name every mark in both languages, never two kinds alike', () => {
    for (const words of [en, de]) {
      const { marks } = words;
      const names = [
        marks.box(1),
        marks.arrow(1),
        marks.line(1),
        marks.text(1, ''),
        marks.highlight(1),
        marks.marker(1),
        marks.redaction(1, ''),
        marks.crop,
      ];
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
