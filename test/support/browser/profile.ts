import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder for one browser's files. */
export function newProfile(name: string, disk: string = tmpdir()): string {
  return mkdtempSync(join(disk, `casebook-${name}-`));
}

export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Processes whose command line names the profile: the browser and its children, and nobody else's. */
function processesOf(profile: string): readonly number[] {
  return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 })
    .split('\n')
    .filter((line) => line.includes(profile))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid > 0 && pid !== process.pid);
}

/** SIGKILL to the browser and all its children, as when the power of the program is cut. */
export async function killAll(profile: string, main: number | undefined): Promise<void> {
  const pids = new Set(processesOf(profile));
  if (main !== undefined) {
    pids.add(main);
    // puppeteer starts browsers as leaders of a process group of their own.
    pids.add(-main);
  }
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already: its parent took it along.
    }
  }
  for (let tries = 0; tries < 50 && processesOf(profile).length > 0; tries += 1) {
    await new Promise((done) => setTimeout(done, 100));
  }
}
