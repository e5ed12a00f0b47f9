import { inBrowser } from '../shared/bench.ts';
import { noNetwork, privateWindows, secrets } from '../shared/privacy.ts';

const bench = inBrowser('chromium', { expectedComplaints: /connect-src|Refused to connect/ });
secrets(bench);
privateWindows(bench);
noNetwork(bench);
