import type { Section } from '../context.ts';

/** Short sections in two columns, in the order in which they are read. */
export const sideBySide =
  (...columns: readonly (readonly Section[])[]): Section =>
  (context) => {
    const sides = columns
      .map((sections) => sections.flatMap((section) => section(context)))
      .filter(({ length }) => length > 0);
    return sides.length > 1 ? [{ kind: 'pair', sides }] : sides.flat();
  };
