import { changedRest } from '../faults/changed-rest.ts';
import { inBrowser } from '../shared/bench.ts';
import { twoParts } from '../shared/two-parts.ts';

// What a stopped background itself leaves in the console.
const bench = inBrowser('firefox', { expectedComplaints: /No SW|aborted due to page navigation/ });
twoParts(bench);
changedRest('firefox');
