import { describe, expect, it } from 'vitest';
import { readMailDate } from '../../../../lib/domain/time/mail-date.ts';

describe('the time of a mail', () => {
  it.each([
    ['Mon, 23 Nov 2026 14:02:05 +0100', '2026-11-23T13:02:05.000Z', 60],
    ['23 Nov 2026 14:02 +0530 (IST)', '2026-11-23T08:32:00.000Z', 330],
    ['Tue, 24 Nov 2026 00:02:05 -0800', '2026-11-24T08:02:05.000Z', -480],
    ['Mon, 23 Nov 2026 14:02:05 GMT', '2026-11-23T14:02:05.000Z', 0],
    ['Mon, 23 Nov 2026 14:02:05 -0000', '2026-11-23T14:02:05.000Z', null],
    ['Thu, 29 Feb 2028 23:59:59 +0000', '2028-02-29T23:59:59.000Z', 0],
  ])('reads %s', (header, at, offsetMin) => {
    const read = readMailDate(header);
    expect(read && { at: new Date(read.ms).toISOString(), offsetMin: read.offsetMin }).toEqual({
      at,
      offsetMin,
    });
  });

  it.each([
    '',
    'yesterday',
    '2026-13-45',
    'Mon, 31 Feb 2026 14:02:05 +0100',
    'Mon, 23 Nov 2026 25:02:05 +0100',
    'Mon, 23 Nov 2026 14:61:05 +0100',
    'Mon, 23 Nov 2026 14:02:05 +9900',
    'Mon, 23 Nov 2026 14:02:05 IST',
    'Mon, 23 Nov 0001 14:02:05 +0100',
    'Mon, 23 Nov 999999 14:02:05 +0100',
    `Mon, 23 Nov 2026 14:02:05 +0100 ${'('.repeat(50_000)}`,
  ])('does not guess at %.40s', (header) => {
    expect(readMailDate(header)).toBeNull();
  });
});
