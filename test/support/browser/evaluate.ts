/** Runs a function elsewhere: only its source text and JSON arguments travel, and a JSON result comes back. */
export type Evaluate = <A extends readonly unknown[], R>(
  work: (...args: A) => R,
  ...args: A
) => Promise<Awaited<R>>;

/** Evaluates a JavaScript expression elsewhere and gives its JSON value. */
export type RunExpression = (expression: string) => Promise<unknown>;

/** Makes a typed Evaluate of something that evaluates a JavaScript expression and awaits its value. */
export function evaluator(runExpression: RunExpression): Evaluate {
  const evaluate = (work: unknown, ...args: readonly unknown[]) =>
    runExpression(
      `(${String(work)})(${args.map((argument) => JSON.stringify(argument) ?? 'undefined').join(',')})`,
    );
  return evaluate as Evaluate; // as: the expression is a call of `work`, so its value is what `work` returns
}
