import { rescuedAndDeleted } from '../faults/rescued-and-deleted.ts';

rescuedAndDeleted('firefox');
