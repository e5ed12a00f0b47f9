import { inBrowser } from '../shared/bench.ts';
import { ledgerHasNoBarrier } from '../shared/ledger-barriers.ts';
import { ledger, ledgerByKeyboard, ledgerInList } from '../shared/timeline.ts';

const bench = inBrowser('chromium');
ledger(bench);
ledgerInList(bench);
ledgerByKeyboard(bench);
ledgerHasNoBarrier(bench);
