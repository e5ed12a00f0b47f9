import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

export interface Finished {
  readonly code: number;
  /** Standard output and error as they came, together. */
  readonly output: string;
  readonly ms: number;
}

/** Runs a program in the project folder and collects what it says; a program that cannot be started ends with 127. */
export function run(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Finished> {
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env } });
    let output = '';
    const add = (piece: unknown) => (output += String(piece));
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    const end = (code: number) => done({ code, output, ms: performance.now() - started });
    child.on('error', (error) => {
      add(error.message);
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** A program that npm installed for the project, run by this very Node. */
export function bin(name: string, args: readonly string[]): readonly [string, readonly string[]] {
  const script = process.platform === 'win32' ? `${name}.cmd` : name;
  return [join(ROOT, 'node_modules/.bin', script), args];
}

/** One of our own TypeScript scripts. */
export function script(file: string, args: readonly string[] = []): readonly [string, readonly string[]] {
  return [process.execPath, [join(ROOT, 'scripts/run.mjs'), file, ...args]];
}
