/** Limits of a calendar file. A feed of all holidays of a country for thirty years has some 200 KB and 1,000 entries. */
export const ICS_LIMITS = {
  bytes: 2 << 20,
  /** Calendar, entry, alarm: nothing of a calendar is deeper. */
  depth: 4,
  components: 5000,
  /** Days that are listed. */
  days: 3000,
  /** One closure that lasts longer is no closure. */
  daysOfOne: 62,
  /** Tries of one repeated entry. */
  steps: 3000,
  /** All repeated entries together, in milliseconds: a rule that never fits is searched for long. */
  ms: 4000,
} as const;

/** Thrown when repeated entries took longer than a real calendar ever does. */
export class TookTooLong extends Error {
  constructor() {
    super('The repeated entries of a calendar file took too long.');
    this.name = 'TookTooLong';
  }
}
