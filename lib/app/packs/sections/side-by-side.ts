import type { Section } from '../context.ts';

/** Short sections beside each other, in the order in which they are read. */
export const sideBySide =
  (...sections: readonly Section[]): Section =>
  (context) => {
    const sides = sections.map((section) => section(context)).filter(({ length }) => length > 0);
    return sides.length > 1 ? [{ kind: 'pair', sides }] : sides.flat();
  };
