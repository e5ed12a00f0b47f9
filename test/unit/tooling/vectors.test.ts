import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { main } from '../../../scripts/vectors.ts';
import { runVectors } from '../../../scripts/vectors/run.ts';

type Case = Record<string, unknown>;
type File = Record<string, unknown> &
  Record<'businessMinutes' | 'due' | 'clocks' | 'stats' | 'claimDeadlines', Case[]>;

const TEXT = readFileSync('test/vectors/sla-vectors.json', 'utf8');
const changed = (change: (file: File) => void) => {
  const file = JSON.parse(TEXT) as File;
  change(file);
  return runVectors(JSON.stringify(file));
};
const failed = (change: (file: File) => void) =>
  changed(change).failures.map(({ id, field }) => `${id} ${field}`);

describe('the vectors', () => {
  it.each(['test/vectors/sla-vectors.json', 'test/vectors/more-vectors.json'])('of %s all pass', (name) => {
    const { cases, failures } = runVectors(readFileSync(name, 'utf8'));
    expect(failures).toEqual([]);
    expect(cases).toBeGreaterThan(50);
  });

  it('notice a wrong figure in every group', () => {
    const text = TEXT.replaceAll(
      /("(?:expectedMinutes|expectedRemainingMinutes|resolutionMin|min|percent|n|personMinutes|lambda)": )([\d.]+)/g,
      (_, name: string, value: string) => `${name}${Number(value) + 1}`,
    ).replaceAll('"expected": "2026-03-31"', '"expected": "2026-04-01"');
    const ids = new Set(runVectors(text).failures.map(({ id }) => id[0]));
    expect([...ids].toSorted()).toEqual(['B', 'C', 'D', 'K', 'P', 'S', 'U']);
  });

  it('notice a difference of one minute in a due time, and a due time where there is none', () => {
    expect(
      failed(({ due }) => {
        for (const entry of due)
          entry['expectedDue'] = entry['expectedDue'] === null ? '2026-03-10T15:00:00Z' : null;
      }),
    ).toHaveLength(JSON.parse(TEXT).due.length);
  });

  it('notice a wrong state, ledger share and verdict', () => {
    const first = (file: File) => file.clocks[0]?.['expected'] as Record<string, unknown>;
    expect(failed((file) => Object.assign(first(file), { state: 'reported' }))).toEqual(['C01 state']);
    expect(failed((file) => Object.assign(first(file), { ledgerRaw: { provider: 411 } }))).toEqual([
      'C01 ledgerRaw.provider',
    ]);
    expect(failed((file) => Object.assign(first(file), { responseMet: false }))).toEqual(['C01 responseMet']);
  });

  it('pass over nothing they do not understand', () => {
    const of = (change: (file: File) => void) => changed(change).failures.map(({ actual }) => actual);
    expect(of((file) => Object.assign(file, { escalations: [] }))).toEqual(['an unknown group']);
    expect(of(({ businessMinutes }) => Object.assign(businessMinutes[0] ?? {}, { weekday: 1 }))).toHaveLength(
      1,
    );
    expect(
      of(({ businessMinutes }) => Object.assign(businessMinutes[0] ?? {}, { calendar: 'NONE' })),
    ).toHaveLength(1);
    expect(of(({ stats }) => Object.assign(stats[0] ?? {}, { fn: 'guess' }))).toEqual(['unknown fn guess']);
    expect(of(({ stats }) => Object.assign(stats[0] ?? {}, { expected: {} }))).toEqual([
      'nothing is expected',
    ]);
    expect(of(({ clocks }) => Object.assign(clocks[0] ?? {}, { expected: { moodMin: 1 } }))).toEqual([
      'unknown field expected.moodMin',
    ]);
    expect(
      of(({ claimDeadlines }) => Object.assign(claimDeadlines[0] ?? {}, { rule: { anchor: 'soon' } })),
    ).toHaveLength(1);
  });

  it('end in an error when anything failed, nothing was checked, or the file cannot be read', async () => {
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    const folder = await mkdtemp(join(tmpdir(), 'casebook-vectors-'));
    const [empty, wrong] = [join(folder, 'empty.json'), join(folder, 'wrong.json')];
    await writeFile(empty, JSON.stringify({ format: 'casebook.test-vectors', version: 1, due: [] }));
    await writeFile(wrong, TEXT.replace('"expectedMinutes": 90', '"expectedMinutes": 91'));
    try {
      expect(await main([])).toBe(0);
      expect(await main([empty])).toBe(1);
      expect(await main([wrong])).toBe(1);
      expect(lines).toContain('FAILED B01: expectedMinutes expected 91, actual 90');
      expect(await main(['package.json'])).toBe(1);
      expect(await main(['test/vectors/sla-vectors.json', 'test/vectors/nowhere.json'])).toBe(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
