import { shortSoak } from '../faults/short-soak.ts';

shortSoak('chromium');
