import { inBrowser } from '../shared/bench.ts';
import { somethingElse } from '../shared/else.ts';
import { waysIn } from '../shared/ways.ts';

const bench = inBrowser('firefox', { realInput: true });
waysIn(bench);
somethingElse(bench);
