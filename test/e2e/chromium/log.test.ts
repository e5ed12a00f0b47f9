import { inBrowser } from '../shared/bench.ts';
import { keyboardOnly, mainJob } from '../shared/main-job.ts';

const bench = inBrowser('chromium');
mainJob(bench);
keyboardOnly(bench);
