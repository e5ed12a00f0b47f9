import { wholeAgreement } from '../shared/agreement.ts';
import { inBrowser } from '../shared/bench.ts';
import { holidays, setUpFile } from '../shared/setup.ts';

const bench = inBrowser('chromium');
holidays(bench);
setUpFile(bench);
wholeAgreement(bench);
