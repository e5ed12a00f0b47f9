import { inBrowser } from '../shared/bench.ts';
import { holidays, setUpFile } from '../shared/setup.ts';

const bench = inBrowser('chromium');
holidays(bench);
setUpFile(bench);
