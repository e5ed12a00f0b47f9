/** The same set with or without one of its values. */
export function toggled<T>(set: ReadonlySet<T>, value: T, inside: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (inside) next.add(value);
  else next.delete(value);
  return next;
}
