import { inBrowser } from '../shared/bench.ts';
import { crowdedPopup, heldLine, keptFocus, steadyLog } from '../shared/look.ts';

const bench = inBrowser('chromium');
crowdedPopup(bench);
steadyLog(bench);
heldLine(bench);
keptFocus(bench);
