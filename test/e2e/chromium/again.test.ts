import { againHasNoBarrier, againInPopup, joining } from '../shared/again.ts';
import { inBrowser } from '../shared/bench.ts';

const bench = inBrowser('chromium');
againInPopup(bench);
joining(bench);
againHasNoBarrier(bench);
