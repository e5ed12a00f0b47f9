import type { Failure } from './file.ts';

/** Decimals to which a figure is given; a whole number in the file may have lost its zeros (25.0 is written as 25). */
export type Decimals = Readonly<Record<string, number>>;

function decimalsOf(value: number): number {
  const text = String(value);
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

function sameNumber(expected: number, actual: number, decimals: number): boolean {
  const kept = decimalsOf(expected) || decimals;
  return Math.abs(expected - actual) <= 0.5 * 10 ** -kept + 1e-9;
}

export function same(expected: unknown, actual: unknown, decimals = 6): boolean {
  if (typeof expected === 'number' && typeof actual === 'number')
    return sameNumber(expected, actual, decimals);
  if (Array.isArray(expected) && Array.isArray(actual))
    return (
      expected.length === actual.length && expected.every((value, i) => same(value, actual[i], decimals))
    );
  return expected === actual;
}

/** Compares what is expected, and only that. An expected field that we have no figure for is a failure. */
export function compareFields(
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
  decimals: Decimals = {},
): Omit<Failure, 'id'>[] {
  const fields = Object.keys(expected);
  if (fields.length === 0) throw new Error('nothing is expected');
  return fields.flatMap((field) => {
    if (!Object.hasOwn(actual, field)) throw new Error(`unknown field expected.${field}`);
    return same(expected[field], actual[field], decimals[field])
      ? []
      : [{ field, expected: expected[field], actual: actual[field] }];
  });
}
