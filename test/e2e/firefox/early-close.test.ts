import { inBrowser } from '../shared/bench.ts';
import { earlyClose } from '../shared/early-close.ts';

earlyClose(inBrowser('firefox'), 100);
