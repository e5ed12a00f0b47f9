import { inBrowser } from '../shared/bench.ts';
import { editing } from '../shared/editor.ts';
import { burntIn, removedForGood } from '../shared/redaction.ts';

const bench = inBrowser('chromium');
burntIn(bench);
editing(bench);
removedForGood(bench);
