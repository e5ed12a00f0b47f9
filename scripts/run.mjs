// Runs `main(args)` of a TypeScript file of ours: node scripts/run.mjs scripts/check.ts [arguments]
// Node 20 does not read TypeScript, and vite, which builds the extension anyway, does.
import { resolve } from 'node:path';
import { createRunnableDevEnvironment, resolveConfig } from 'vite';

const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error('Give the script to run, for example scripts/check.ts.');
process.chdir(resolve(import.meta.dirname, '..'));

const config = await resolveConfig(
  {
    configFile: false,
    envDir: false,
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-run',
    environments: {
      script: {
        consumer: 'server',
        dev: { moduleRunnerTransform: true },
        resolve: { external: true, mainFields: [], conditions: ['node'] },
      },
    },
  },
  'serve',
);
const environment = createRunnableDevEnvironment('script', config, {
  runnerOptions: { hmr: { logger: false } },
  hot: false,
});
await environment.init();
const module = await environment.runner.import(resolve(file));
const code = await module.main(args);
await environment.close();
process.exit(code ?? 0);
