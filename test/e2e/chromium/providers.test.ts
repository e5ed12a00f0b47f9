import { inBrowser } from '../shared/bench.ts';
import { providersWithoutBarrier } from '../shared/provider-barriers.ts';
import { providerArea } from '../shared/providers.ts';
import { quickStart } from '../shared/quick-start.ts';

const bench = inBrowser('chromium');
quickStart(bench);
providerArea(bench);
providersWithoutBarrier(bench);
