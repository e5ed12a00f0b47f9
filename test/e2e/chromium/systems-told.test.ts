import { inBrowser } from '../shared/bench.ts';
import { tiesAndDeadlines } from '../shared/systems.ts';

tiesAndDeadlines(inBrowser('chromium'));
