import { inBrowser } from '../shared/bench.ts';
import { holidays, setUpFile } from '../shared/setup.ts';

const bench = inBrowser('firefox');
holidays(bench);
setUpFile(bench);
