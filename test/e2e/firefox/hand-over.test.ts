import { inBrowser } from '../shared/bench.ts';
import { backup, damagedBackup, evidencePack, hostileTexts, protectedBackup } from '../shared/hand-over.ts';

const bench = inBrowser('firefox');
backup(bench);
protectedBackup(bench);
damagedBackup(bench);
hostileTexts(bench);
evidencePack(bench);
