import { OFFICE } from './again-office.ts';
import type { Problem } from './again-problem.ts';
import { SERVICES } from './again-services.ts';

export const PROBLEMS: readonly Problem[] = [...OFFICE, ...SERVICES];
