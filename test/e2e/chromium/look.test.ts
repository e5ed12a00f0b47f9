import { inBrowser } from '../shared/bench.ts';
import { crowdedPopup, steadyLog } from '../shared/look.ts';

const bench = inBrowser('chromium');
crowdedPopup(bench);
steadyLog(bench);
