import { inBrowser } from '../shared/bench.ts';
import { crowdedPopup, keptFocus, steadyLog } from '../shared/look.ts';

const bench = inBrowser('chromium');
crowdedPopup(bench);
steadyLog(bench);
keptFocus(bench);
