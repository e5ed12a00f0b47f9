import { accessibility } from '../shared/axe.ts';
import { inBrowser } from '../shared/bench.ts';
import { editorBarriers } from '../shared/editor-barriers.ts';

const bench = inBrowser('firefox');
editorBarriers(bench);
// Last, because it ends in German.
accessibility(bench);
