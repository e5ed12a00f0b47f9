import { accessibility } from '../shared/axe.ts';
import { inBrowser } from '../shared/bench.ts';

accessibility(inBrowser('firefox'));
