import { describe } from 'vitest';
import { inBrowser } from '../shared/bench.ts';
import { HARD, wholePages } from '../shared/pictures.ts';

/** Three shots for most of the pages: a first, a middle and a last one. */
const viewport = { width: 1000, height: 720 };
const ten = HARD.filter(({ path }) => !['/chat', '/fixed', '/shadow', '/strict'].includes(path));
const zoomed = HARD.filter(({ path }) => ['/sticky', '/inner'].includes(path));

describe.each([
  [1, HARD],
  [1.5, ten],
  [2, ten],
] as const)('with %f pixels of the screen per CSS pixel', (scale, cases) => {
  const bench = inBrowser('chromium', { viewport, scale });
  wholePages(bench, { title: `a whole page at ${scale}`, cases });
});

describe('zoomed', () => {
  const bench = inBrowser('chromium', { viewport });
  for (const percent of [80, 90, 110, 125, 150])
    wholePages(bench, { title: `a whole page at ${percent} %`, cases: zoomed, zoom: percent / 100 });
});
