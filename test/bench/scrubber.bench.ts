import { processorClock } from '../support/quick.ts';
import { createScrubber } from '../../lib/domain/privacy/scrubber.ts';
import { createKeyCheck } from '../../lib/domain/privacy/scrubber/keys.ts';
import { personalRules } from '../../lib/domain/privacy/scrubber/rules/personal.ts';
import { textRules } from '../../lib/domain/privacy/scrubber/text-rules.ts';

const SIZE = 64 * 1024;
const filled = (unit: string) => unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);

/** Texts that make careless patterns quadratic; the first eleven are those of faults.md §6 (T-SEC-3). */
export const HOSTILE: Readonly<Record<string, string>> = {
  'ey-': filled('ey-'),
  'eyA.': filled('eyAAAAAAAAAAAA.'),
  'one letter': filled('a'),
  'key openings': filled('-----BEGIN ' + 'PRIVATE KEY-----'),
  'token and spaces': 'token ' + filled(' '),
  'nested schemes': filled('a://b:'),
  dots: filled('a.'),
  'cookie:': filled('cookie: '),
  'one cookie name': `cookie: ${filled('a')}`,
  'cookie pairs': `cookie: ${filled('a=b;')}`,
  'token=': filled('token='),
  'sk-': filled('sk-'),
  'xoxb-': filled('xoxb-'),
  'short names': filled('a=b&'),
  'masked values': filled('&token=abcd1'),
  'open quotes': filled('token="a'),
  'german open quotes': filled('token=„a'),
  'percent signs': filled('%3D'),
  'encoded addresses': filled('https%3A%2F%2Fa%3Fb%3D'),
  'nested encoding': `https://h/?a=${filled('%2525253D')}`,
  'addresses with questions': filled('https://h/?a?b#c?d=e/'),
  'one long address': `https://h/?${filled('redirect=https://h/?a=b&')}`,
  'digits with hyphens': filled('4-'),
  digits: filled('4'),
  'card groups': filled('4111 '),
  slashes: filled('/reset/'),
  'user info': filled('http://a:b@'),
  'authorization:': filled('authorization: '),
  'bearer ': filled('bearer '),
  'eyJ in parts': filled('.eyJ'),
  ats: filled('a@'),
  markers: filled('[redacted:param:5:abcdef]'),
  'broken markers': filled('[redacted:a'),
  'azure beginnings': filled('aaa1Q~'),
  semicolons: `https://h/${filled(';a=b')}`,
  controls: filled('\u0000\u202e'),
  'random segments': `https://h/${filled('aB3dE6gH9jK2mN5pQ8sT1vW4/')}`,
  letters: filled('password passwort kennwort '),
};

export type RuleTime = Readonly<{ rule: string; worstMs: number; text: string }>;

function timed(work: () => unknown): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const spent = processorClock();
      work();
      return spent();
    }),
  );
}

function worst(rule: string, work: (text: string) => unknown): RuleTime {
  const times = Object.entries(HOSTILE).map(([text, value]) => ({
    rule,
    text,
    worstMs: timed(() => work(value)),
  }));
  return times.reduce((slowest, time) => (time.worstMs > slowest.worstMs ? time : slowest));
}

/** The slowest hostile text of every rule, and of whole texts and addresses: best of five runs, ms of processor time for 64 KB. */
export function scrubberTimes(): RuleTime[] {
  const scrubber = createScrubber({ secret: new Uint8Array(32).fill(1) });
  const rules = [...textRules(createKeyCheck()), ...personalRules];
  return [
    ...rules.map(({ name, find }) => worst(name, find)),
    worst('(title)', (text) => scrubber.title(text)),
    worst('(note)', (text) => scrubber.note(text)),
    worst('(url)', (text) => scrubber.url(text.startsWith('https:') ? text : `https://h/${text}`)),
    worst('(query)', (text) => scrubber.url(`https://h/?x=${text}`)),
  ];
}
