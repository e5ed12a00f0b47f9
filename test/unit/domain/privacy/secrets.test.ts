import { describe, expect, it } from 'vitest';
import { createScrubber } from '../../../../lib/domain/privacy/scrubber.ts';
import { BENIGN_URLS } from '../../../support/corpus/benign-urls.ts';
import { placed, SECRETS } from '../../../support/corpus/secrets.ts';

const scrubber = createScrubber({ secret: new Uint8Array(32).fill(7) });

function scrubbed(text: string, place: string): string {
  if (place === 'title') return scrubber.title(text).value;
  return place === 'note' ? scrubber.note(text).value : scrubber.url(text).value;
}

describe('secrets', () => {
  it('come in at least 40 kinds', () => {
    expect(SECRETS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(SECRETS.map(({ raw }) => raw)).size).toBe(SECRETS.length);
  });

  for (const secret of SECRETS) {
    it.each(secret.places)(`${secret.kind}: nothing is left of it in the %s`, (place) => {
      const text = placed(secret, place);
      const value = scrubbed(text, place);
      for (const form of [secret.raw, encodeURIComponent(secret.raw), ...secret.raw.split('\n')])
        expect(value).not.toContain(form);
      expect(value).toMatch(/\[redacted:[a-z0-9-]+:\d+:[0-9a-f]{6}\]/u);
      expect(scrubbed(value, place)).toBe(value);
    });
  }

  it('are masked in an address that stands in a note', () => {
    for (const secret of SECRETS) {
      for (const place of secret.places.filter((p) => p !== 'title' && p !== 'note')) {
        const value = scrubber.note(`I opened ${placed(secret, place)}, and it failed.`).value;
        expect(value).not.toContain(encodeURIComponent(secret.raw));
        expect(value.endsWith('it failed.')).toBe(true);
      }
    }
  });
});

describe('ordinary addresses', () => {
  it('are left alone: at most 2 % of 200 or more are touched', () => {
    expect(new Set(BENIGN_URLS).size).toBeGreaterThanOrEqual(200);
    const touched = BENIGN_URLS.filter((url) => Object.keys(scrubber.url(url).masked).length > 0);
    expect(touched.slice(Math.floor(BENIGN_URLS.length * 0.02))).toEqual([]);
  });

  it('come out as the browser writes them', () => {
    const untouched = BENIGN_URLS.filter((url) => Object.keys(scrubber.url(url).masked).length === 0);
    for (const url of untouched) expect(scrubber.url(url).value).toBe(new URL(url).href);
  });
});
