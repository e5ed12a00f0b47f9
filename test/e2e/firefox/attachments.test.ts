import { attachments } from '../shared/attachments.ts';
import { inBrowser } from '../shared/bench.ts';

attachments(inBrowser('firefox'));
