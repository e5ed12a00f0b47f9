/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';

const MODULES = import.meta.glob<Record<string, unknown>>('../../lib/i18n/*/{en,de}.ts', { eager: true });

/** Every text of a dictionary by its path; functions stand for themselves. */
function leaves(value: unknown, path: string, into: Map<string, unknown>): Map<string, unknown> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      leaves(inner, path === '' ? key : `${path}.${key}`, into);
  } else {
    into.set(path, value);
  }
  return into;
}

function dictionary(area: string, language: 'en' | 'de'): Map<string, unknown> {
  const module = MODULES[`../../lib/i18n/${area}/${language}.ts`];
  const tables = Object.values(module ?? {}).filter((value) => typeof value === 'object');
  return leaves(tables[0], '', new Map());
}

const AREAS = [...new Set(Object.keys(MODULES).map((path) => path.split('/').at(-2) ?? ''))];

describe('the dictionaries', () => {
  it('are all found', () => {
    expect(AREAS.length).toBeGreaterThan(4);
  });

  it.each(AREAS)('say the same things in English and German: %s', (area) => {
    const en = dictionary(area, 'en');
    const de = dictionary(area, 'de');
    expect(en.size).toBeGreaterThan(0);
    expect([...de.keys()].toSorted()).toEqual([...en.keys()].toSorted());
    for (const [key, text] of en) {
      expect(typeof de.get(key), key).toBe(typeof text);
      if (typeof text === 'string') expect(String(de.get(key)).trim() === '', key).toBe(text.trim() === '');
    }
  });

  it.each(AREAS)('leave no sentence untranslated: %s', (area) => {
    const de = dictionary(area, 'de');
    const same = [...dictionary(area, 'en')].filter(
      ([key, text]) => typeof text === 'string' && text.split(' ').length > 3 && de.get(key) === text,
    );
    expect(same).toEqual([]);
  });
});
