import { killedImport } from '../shared/killed-import.ts';
import { inBrowser } from '../shared/bench.ts';
import { drafts, kill9, stoppedUnderThePopup } from '../shared/durability.ts';

// What a stopped background itself leaves in the console.
const bench = inBrowser('chromium', { expectedComplaints: /No SW|aborted due to page navigation/ });
drafts(bench);
stoppedUnderThePopup(bench);
kill9('chromium', 2, 4);
killedImport('chromium');
