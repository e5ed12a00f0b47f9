import { inBrowser } from '../shared/bench.ts';
import { longPages, notTaken, regions } from '../shared/more-pictures.ts';

const bench = inBrowser('chromium');
regions(bench);
notTaken(bench);
longPages(bench);
