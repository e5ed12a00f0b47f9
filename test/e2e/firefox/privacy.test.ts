import { inBrowser } from '../shared/bench.ts';
import { noNetwork, privateWindows, secrets } from '../shared/privacy.ts';
import { trustedTypes } from '../shared/trusted-types.ts';

const bench = inBrowser('firefox', { expectedComplaints: /connect-src|Refused to connect|trusted ?types?/i });
secrets(bench);
privateWindows(bench);
noNetwork(bench);
trustedTypes(bench);
