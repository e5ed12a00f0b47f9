import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../support/browser/find.ts';

const path = ['one', 'two'].join(delimiter);

describe('finding a browser', () => {
  it('takes the first one on the path', () => {
    const installed = new Set([join('two', 'chromium'), join('two', 'google-chrome')]);
    expect(findBrowser('chromium', { PATH: path }, (file) => installed.has(file))).toBe(
      join('two', 'chromium'),
    );
  });

  it('obeys the environment variable before anything else', () => {
    const env = { PATH: path, CASEBOOK_FIREFOX: 'mine' };
    expect(findBrowser('firefox', env, () => true)).toBe('mine');
  });

  it('finds nothing rather than another browser when the named one is not there', () => {
    const env = { PATH: path, CASEBOOK_FIREFOX: 'gone' };
    expect(findBrowser('firefox', env, (file) => file !== 'gone')).toBeNull();
  });

  it('says so when there is none', () => {
    expect(findBrowser('firefox', { PATH: path }, () => false)).toBeNull();
  });
});
