import { inBrowser } from '../shared/bench.ts';
import { crowdedPopup, keptFocus, steadyLog } from '../shared/look.ts';

const bench = inBrowser('firefox');
crowdedPopup(bench);
steadyLog(bench);
keptFocus(bench);
