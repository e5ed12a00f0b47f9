export type Level = 1 | 2 | 3;
export type Priority = 1 | 2 | 3 | 4 | 5;

/** impact + urgency − 1, as in ITIL: 1 is highest. null until both are known. */
export function priorityOf(impact: Level | null, urgency: Level | null): Priority | null {
  if (impact === null || urgency === null) return null;
  return (impact + urgency - 1) as Priority; // as: sums of 1..3 minus one lie in 1..5
}

/** A stored whole number as a level; anything outside 1..3 counts as unknown. */
export function levelOf(value: number | null): Level | null {
  return value === 1 || value === 2 || value === 3 ? value : null;
}
