import { inBrowser } from '../shared/bench.ts';
import { colleague } from '../shared/colleague.ts';

colleague(inBrowser('chromium'));
