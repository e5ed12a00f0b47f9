import { inBrowser } from '../shared/bench.ts';
import { keyboardOnly, mainJob } from '../shared/main-job.ts';

const bench = inBrowser('firefox');
mainJob(bench);
keyboardOnly(bench);
