import type { Dexie } from 'dexie';

/**
 * Schema 3, for accounts. Frozen: a change is a new numbered file.
 * accounts: who has the ball in each issue of the log, by its row there; kept by a page, never by an append, so it may lag
 * behind. o: 1 open. w: whose turn. y: 1 to verify. k: 1 recurring. p, s: provider and system, '' = none. d: late from
 * then on. u: changes by itself then. g: number of the change that wrote it. m: issues that became part of it. What does
 * not apply is absent, so those indexes stay small. notes: how far the accounts are, and what is counted.
 */
export function defineAccounts(db: Dexie): void {
  const accounts = '&row, &id, *m, [o+r], [w+r], [y+r], [k+r], [p+r], [p+o+r], [s+r], [p+d], [p+g], d, u';
  db.version(3).stores({
    accounts_a: accounts,
    notes_a: '&key',
    accounts_b: accounts,
    notes_b: '&key',
  });
}
