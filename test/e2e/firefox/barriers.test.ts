import { accessibility } from '../shared/axe.ts';
import { inBrowser } from '../shared/bench.ts';
import { editorBarriers } from '../shared/editor-barriers.ts';

const bench = inBrowser('firefox');
accessibility(bench);
editorBarriers(bench);
