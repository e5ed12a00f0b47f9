import { readFile } from 'node:fs/promises';
import { runVectors } from './vectors/run.ts';

const STANDARD = 'test/vectors/sla-vectors.json';

/** Text as it is; everything else as JSON. */
const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * npm run vectors [-- FILE…]: runs files of golden cases against the rules, prints one line per failing case with
 * expected and actual; 1 when anything failed, could not be understood, or nothing was checked.
 */
export async function main(args: readonly string[]): Promise<number> {
  const files = args.length > 0 ? args : [STANDARD];
  let failed = false;
  for (const name of files) {
    try {
      const { cases, failures } = runVectors(await readFile(name, 'utf8'));
      const byCase = new Map<string, string[]>();
      for (const { id, field, expected, actual } of failures) {
        const told = `${field} expected ${shown(expected)}, actual ${shown(actual)}`;
        byCase.set(id, [...(byCase.get(id) ?? []), told]);
      }
      for (const [id, parts] of byCase) console.log(`FAILED ${id}: ${parts.join('; ')}`);
      if (cases === 0) console.log(`FAILED ${name}: it holds no cases.`);
      failed ||= failures.length > 0 || cases === 0;
      console.log(`${name}: ${cases} cases, ${byCase.size} failed.`);
    } catch (error) {
      failed = true;
      const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error);
      console.log(`FAILED ${name}: ${reason}`);
    }
  }
  return failed ? 1 : 0;
}
