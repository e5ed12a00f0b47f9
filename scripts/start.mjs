// npm start: everything from a fresh clone to the extension running on the sample portal.
import { ensureModules, requireNode, runScript } from './lib/setup.mjs';

requireNode();
ensureModules();
process.exit(runScript('scripts/demo/start.ts', process.argv.slice(2)));
