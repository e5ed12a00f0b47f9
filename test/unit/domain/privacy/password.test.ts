import { describe, expect, it } from 'vitest';
import {
  generatePassword,
  isPlainPassword,
  passwordProblem,
} from '../../../../lib/domain/privacy/password.ts';

describe('a password for a file', () => {
  it.each([
    ['elevenchars', null, 'short'],
    ['elevenchars', 'something else', 'short'],
    ['twelve chars', null, null],
    ['            ', null, null],
    ['twelve chars', 'twelve chars', null],
    ['twelve chars', 'twelve Chars', 'differs'],
    ['twelve chars', '', 'differs'],
    // Eleven to the reader, though twenty-two to the machine.
    ['😀😀😀😀😀😀😀😀😀😀😀', null, 'short'],
  ])('%s, repeated as %s: %s', (password, repeated, problem) => {
    expect(passwordProblem(password, repeated)).toBe(problem);
  });

  it('is told apart where programs may read it differently', () => {
    expect(isPlainPassword('gabo-mitu ~!"')).toBe(true);
    expect(isPlainPassword('Grüße')).toBe(false);
  });
});

describe('a password that is suggested', () => {
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

  it('can be read out, is long enough, and is another one each time', () => {
    const made = Array.from({ length: 200 }, () => generatePassword(random));
    for (const one of made) {
      expect(one).toMatch(/^(?:[bdfgklmnprst][aeiou]){2}(?:-(?:[bdfgklmnprst][aeiou]){2}){6}$/);
      expect(passwordProblem(one, null)).toBeNull();
    }
    expect(new Set(made).size).toBe(made.length);
  });

  it('takes every syllable equally often', () => {
    let next = 0;
    const counted = new Map<string, number>();
    // 60 passwords of 14 syllables from every byte in turn: 1,120 bytes of which 840 are fair.
    for (let n = 0; n < 60; n += 1) {
      const made = generatePassword(() => Uint8Array.of(next++ % 256));
      for (const syllable of made.replaceAll('-', '').match(/../g) ?? [])
        counted.set(syllable, (counted.get(syllable) ?? 0) + 1);
    }
    expect(counted.size).toBe(60);
    expect(new Set(counted.values())).toEqual(new Set([14]));
  });
});
