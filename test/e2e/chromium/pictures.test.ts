import { describe } from 'vitest';
import { inBrowser } from '../shared/bench.ts';
import { HARD, wholePages } from '../shared/pictures.ts';

describe.each([1, 1.5, 2])('with %f pixels of the screen per CSS pixel', (scale) => {
  const bench = inBrowser('chromium', { viewport: { width: 1000, height: 640 }, scale });
  wholePages(bench, { title: `a whole page at ${scale}`, cases: HARD });
});

describe('zoomed', () => {
  const bench = inBrowser('chromium', { viewport: { width: 1000, height: 640 } });
  const zoomed = HARD.filter(({ path }) => ['/sticky', '/inner', '/lazy'].includes(path));
  for (const percent of [80, 90, 110, 125, 150])
    wholePages(bench, { title: `a whole page at ${percent} %`, cases: zoomed, zoom: percent / 100 });
});
