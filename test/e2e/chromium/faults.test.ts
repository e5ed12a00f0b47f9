import { damagedRows } from '../faults/damaged-rows.ts';
import { fullDisk } from '../faults/full-disk.ts';
import { lostFiles } from '../faults/lost-files.ts';
import { otherVersions } from '../faults/other-versions.ts';
import { workerKilled } from '../faults/worker-killed.ts';

workerKilled('chromium');
otherVersions('chromium');
lostFiles('chromium');
damagedRows('chromium');
fullDisk('chromium');
