/** Whole numbers of the schema, as the words know them. */
export function criticalityOf(level: number): 1 | 2 | 3 {
  return level === 1 || level === 3 ? level : 2;
}
