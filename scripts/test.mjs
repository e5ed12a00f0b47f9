// npm test: sets up what is missing, then the whole gate and the tests in both real browsers.
import { ensureModules, requireNode, runScript } from './lib/setup.mjs';

requireNode();
ensureModules();
process.exit(runScript('scripts/test-all.ts', process.argv.slice(2)));
