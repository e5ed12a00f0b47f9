import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A screen of its own with a keyboard and a mouse that the whole browser feels, its menus and shortcuts too. */
export interface Display {
  /** What the browser's environment has to name: `:99`. */
  readonly name: string;
  /** Presses keys as xdotool names them: `alt+shift+l`, `Down`. One after another. */
  press(...keys: readonly string[]): Promise<void>;
  /** The right mouse button at a place of the screen. */
  rightClick(x: number, y: number): Promise<void>;
  close(): Promise<void>;
}

/** Named here, because it comes with the system and not with a package. */
const PROGRAMS = { screen: 'Xvfb', hand: 'xdotool' } as const;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function exists(program: string): Promise<boolean> {
  return run('which', [program]).then(
    () => true,
    () => false,
  );
}

/** null where this machine has no virtual screen (Xvfb) or nothing that types on it (xdotool). */
export async function startDisplay(width = 1400, height = 1000): Promise<Display | null> {
  if (!(await exists(PROGRAMS.screen)) || !(await exists(PROGRAMS.hand))) return null;
  const args = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'];
  const server = spawn(PROGRAMS.screen, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const told = server.stdio[3];
  const number = await new Promise<string>((done, fail) => {
    let text = '';
    told?.on('data', (chunk: unknown) => {
      text += String(chunk);
      if (text.endsWith('\n')) done(text.trim());
    });
    server.once('exit', () => fail(new Error('The virtual screen did not start.')));
  });
  const name = `:${number}`;
  const env = { ...process.env, DISPLAY: name };
  // Never synchronous: the browser's own messages must be answered meanwhile.
  const xdotool = (...given: readonly string[]) => run(PROGRAMS.hand, [...given], { env });
  return {
    name,
    async press(...keys) {
      for (const key of keys) {
        await xdotool('key', key);
        await pause(150);
      }
    },
    async rightClick(x, y) {
      await xdotool('mousemove', String(Math.round(x)), String(Math.round(y)));
      await pause(100);
      await xdotool('click', '3');
      await pause(700);
    },
    async close() {
      server.kill();
      await new Promise((done) => server.once('exit', done));
    },
  };
}
