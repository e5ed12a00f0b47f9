import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noticesText } from '../../../scripts/make-notices.ts';

describe('the notices of other people’s work', () => {
  it('are those of the packages that the extension contains (npm run notices)', async () => {
    const text = await noticesText();
    expect(readFileSync('THIRD-PARTY-NOTICES.md', 'utf8')).toBe(text);
    for (const name of ['date-holidays', 'ical.js', 'preact', 'moment-timezone', 'zod'])
      expect(text).toMatch(new RegExp(`^## .*\\b${name} \\d`, 'm'));
    expect(text).toContain('creativecommons.org/licenses/by-sa/3.0');
  });
});
