import { counter } from '../plural.ts';

const n = counter('en');

/** Title of the toolbar button while something waits for us. */
export const en = {
  waiting: (parts: string) => `Record a problem · Waiting for you: ${parts}`,
  answers: (count: number) => n(count, { one: '# question to answer', other: '# questions to answer' }),
  verifications: (count: number) => n(count, { one: '# fix to check', other: '# fixes to check' }),
  promises: (count: number) => n(count, { one: '# promise due', other: '# promises due' }),
};
