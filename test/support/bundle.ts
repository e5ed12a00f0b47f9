import { build } from 'vite';

/**
 * Builds one of our TypeScript files into a single script that a browser can be told to run. The extension itself
 * exposes nothing to tests; the browser's debugging interface runs this text in a page of ours.
 * Exports of the file become properties of the global `name`.
 */
export async function bundle(file: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    envDir: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'esnext',
      minify: true,
      lib: { entry: file, formats: ['iife'], name },
    },
  });
  const results = Array.isArray(built) ? built : [built];
  for (const result of results) {
    if (!('output' in result)) continue;
    return result.output[0].code.replace(/^(?:"use strict";)?var /, 'globalThis.') + '\n;undefined';
  }
  throw new Error(`Vite built nothing from ${file}.`);
}
