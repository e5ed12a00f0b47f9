import { describe } from 'vitest';
import { inBrowser } from '../shared/bench.ts';
import { HARD, wholePages } from '../shared/pictures.ts';

const viewport = { width: 1000, height: 720 };
/** Firefox is driven more slowly: all pages at one scale, the telling ones at the others. */
const some = HARD.filter(({ path }) => ['/sticky', '/inner', '/rtl'].includes(path));

describe.each([
  [1, HARD],
  [1.5, some],
  [2, some],
] as const)('with %f pixels of the screen per CSS pixel', (scale, cases) => {
  const bench = inBrowser('firefox', { viewport, scale });
  wholePages(bench, { title: `a whole page at ${scale}`, cases });
});
