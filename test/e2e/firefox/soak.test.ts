import { shortSoak } from '../faults/short-soak.ts';

shortSoak('firefox');
