import { inBrowser } from '../shared/bench.ts';
import { ledger, ledgerByKeyboard, ledgerHasNoBarrier, ledgerInList } from '../shared/timeline.ts';

const bench = inBrowser('firefox');
ledger(bench);
ledgerInList(bench);
ledgerByKeyboard(bench);
ledgerHasNoBarrier(bench);
