import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScrubber } from '../../../../lib/domain/privacy/scrubber.ts';
import { BENIGN_URLS } from '../../../support/corpus/benign-urls.ts';
import { placed, SECRETS } from '../../../support/corpus/secrets.ts';

const scrubber = createScrubber({ secret: new Uint8Array(32).fill(7) });
const url = (text: string) => scrubber.url(text);

describe('scrubbing twice', () => {
  const pieces = fc.constantFrom(
    ...SECRETS.flatMap((s) => [s.raw, s.said]),
    ...SECRETS.flatMap((s) =>
      (['query', 'fragment', 'path', 'nested'] as const).map((place) => placed(s, place)),
    ),
    ...BENIGN_URLS.slice(0, 30),
    'token=',
    'password: ',
    '&',
    '?',
    '#',
    ';',
    '/',
    ' ',
    '\n',
    '"',
    "'",
    '„',
    '“',
    '%3D',
    '%26',
    '%5B',
    '@',
    ':',
    '://',
    '=',
    'Cookie: ',
    'Authorization: ',
    'Bearer ',
    '[redacted:param:4:abcdef]',
    '[redacted:',
    '%5Bredacted%3Ajwt%3A9%3Aabcdef%5D',
    'https://h/',
    'api key',
    '4111 1111 ',
    '\u{1f600}',
    '\ud800',
    'é',
    '-----BEGIN ',
    '-----END ',
    'reset/',
    '%25',
  );
  const mixed = fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 10 })
    .map((parts) => parts.join(''));

  it('gives the same as once, for titles and notes', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(mixed, (value) => {
        for (const scrub of [scrubber.title, scrubber.note]) {
          const once = scrub(value).value;
          const again = scrub(once);
          expect(again.value).toBe(once);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same as once, for addresses', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          '',
          'https://h/',
          'https://h/?a=',
          'https://h/#',
          'view-source:https://h/',
          'file:///',
          'about:',
          'https://h/?next=https%3A%2F%2Fo%2F%3F',
        ),
        mixed,
        (start, value) => {
          const once = url(start + value).value;
          expect(url(once).value).toBe(once);
        },
      ),
      { numRuns: 300 },
    );
  });
});
