import { inBrowser } from '../shared/bench.ts';
import { providerArea, providersWithoutBarrier } from '../shared/providers.ts';
import { quickStart } from '../shared/quick-start.ts';

const bench = inBrowser('chromium');
quickStart(bench);
providerArea(bench);
providersWithoutBarrier(bench);
