import { inBrowser } from '../shared/bench.ts';
import { chooserBarriers, knownAfterTheEnd, owedNumber, systemByAddress } from '../shared/systems.ts';

const bench = inBrowser('chromium');
systemByAddress(bench);
chooserBarriers(bench);
owedNumber(bench);
knownAfterTheEnd(bench);
