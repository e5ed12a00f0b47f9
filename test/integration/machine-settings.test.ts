import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { z } from '../../lib/domain/z.ts';
import { main } from '../support/oracle/digest.ts';

const run = promisify(execFile);
const answer = z.object({ timeZone: z.string(), locale: z.string(), digest: z.string() });

/** What the engine computes on a machine with this zone and language. */
async function onMachine(TZ: string, language: string) {
  const { stdout } = await run(process.execPath, ['scripts/run.mjs', 'test/support/oracle/digest.ts'], {
    env: { ...process.env, TZ, LANG: language, LC_ALL: language, LANGUAGE: language },
  });
  return answer.parse(JSON.parse(stdout));
}

/** The same in this process. */
async function here() {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
  await main();
  vi.restoreAllMocks();
  return answer.parse(JSON.parse(written));
}

const MACHINES = [
  ['UTC', 'en_US.UTF-8'],
  ['Europe/Berlin', 'de_DE.UTF-8'],
  ['America/St_Johns', 'fr_CA.UTF-8'],
  ['Pacific/Apia', 'ar_EG.UTF-8'],
  ['Australia/Lord_Howe', 'th_TH.UTF-8'],
] as const;

describe('clocks and ledger', () => {
  it('are the same in every time zone and language of the machine', { timeout: 180_000 }, async () => {
    const answers = [];
    const { digest } = await here();
    for (const [zone, language] of MACHINES) answers.push(await onMachine(zone, language));
    expect(answers.map(({ timeZone }) => timeZone)).toEqual(MACHINES.map(([zone]) => zone));
    expect(new Set(answers.map(({ locale }) => locale)).size).toBeGreaterThan(1);
    expect(answers.map((found) => found.digest)).toEqual(MACHINES.map(() => digest));
  });
});
