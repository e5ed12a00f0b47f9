import { inBrowser } from '../shared/bench.ts';
import { notTaken, regions } from '../shared/more-pictures.ts';

const bench = inBrowser('firefox');
regions(bench);
notTaken(bench);
