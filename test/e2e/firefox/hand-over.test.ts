import { inBrowser } from '../shared/bench.ts';
import { backup, damagedBackup, evidencePack, hostileTexts } from '../shared/hand-over.ts';

const bench = inBrowser('firefox');
backup(bench);
damagedBackup(bench);
hostileTexts(bench);
evidencePack(bench);
