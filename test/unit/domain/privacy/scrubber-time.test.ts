import { describe, expect, it } from 'vitest';
import { createScrubber } from '../../../../lib/domain/privacy/scrubber.ts';
import { createKeyCheck } from '../../../../lib/domain/privacy/scrubber/keys.ts';
import { personalRules } from '../../../../lib/domain/privacy/scrubber/rules/personal.ts';
import { textRules } from '../../../../lib/domain/privacy/scrubber/text-rules.ts';
import { quickestMs } from '../../../support/quick.ts';
import { HOSTILE } from '../../../bench/scrubber.bench.ts';

/** Generous, for slow machines; the bench prints the strict figures (20 ms a rule). Milliseconds of processor time. */
const BOUND_MS = 200;

async function textsSlowerThan(bound: number, work: (text: string) => unknown): Promise<string[]> {
  const slow: string[] = [];
  for (const [name, text] of Object.entries(HOSTILE))
    if ((await quickestMs(() => work(text), bound)) >= bound) slow.push(name);
  return slow;
}

describe('hostile text of 64 KB', () => {
  const scrubber = createScrubber({ secret: new Uint8Array(32) });
  const rules = [...textRules(createKeyCheck()), ...personalRules];

  it('comes in at least eleven kinds', () => {
    expect(Object.keys(HOSTILE).length).toBeGreaterThanOrEqual(11);
    for (const text of Object.values(HOSTILE)) expect(text.length).toBeGreaterThanOrEqual(65_536);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))(
    'cannot slow the rule %s down',
    async (_, rule) => {
      expect(await textsSlowerThan(BOUND_MS, (text) => rule.find(text))).toEqual([]);
    },
  );

  it('cannot slow a title or an address down', { timeout: 120_000 }, async () => {
    expect(await textsSlowerThan(BOUND_MS, (text) => scrubber.title(text))).toEqual([]);
    expect(await textsSlowerThan(2 * BOUND_MS, (text) => scrubber.url(`https://h/?x=${text}`))).toEqual([]);
  });

  it(
    'takes time in proportion: four times the text, not sixteen times the time',
    { timeout: 60_000 },
    async () => {
      const units = ['ey-', 'token=a&', 'http://a:b@', '4111 ', '%3D', '/reset/', 'authorization: '];
      for (const unit of units) {
        const small = unit.repeat(Math.ceil(32_768 / unit.length));
        const large = small.repeat(4);
        const most = Math.max(50, 10 * (await quickestMs(() => scrubber.text(small), 5)));
        const ms = await quickestMs(() => scrubber.text(large), most);
        expect({ unit, slow: ms >= most }).toEqual({ unit, slow: false });
      }
    },
  );
});
