import { accessibility } from '../shared/axe.ts';
import { inBrowser } from '../shared/bench.ts';
import { editorBarriers } from '../shared/editor-barriers.ts';

const bench = inBrowser('chromium');
accessibility(bench);
editorBarriers(bench);
