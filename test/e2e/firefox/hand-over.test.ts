import { inBrowser } from '../shared/bench.ts';
import { backup, damagedBackup, hostileTexts } from '../shared/hand-over.ts';

const bench = inBrowser('firefox');
backup(bench);
damagedBackup(bench);
hostileTexts(bench);
