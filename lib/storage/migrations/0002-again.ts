import type { Dexie } from 'dexie';

/**
 * Schema 2, for "again". Frozen: a change is a new numbered file.
 * places: issues that belong together, by the one they are shown as. prints: what suggestions are looked up by, newest
 * first under each key. unprinted: rows of the log whose print is still to be made; issues of before get theirs later,
 * a few at a time, because a capture must not wait for a whole log.
 */
export function defineAgain(db: Dexie): void {
  const places = '&id, root, key';
  const prints = '[r+row], &row, *keys';
  const unprinted = '&row';
  db.version(2).stores({
    places_a: places,
    prints_a: prints,
    unprinted_a: unprinted,
    places_b: places,
    prints_b: prints,
    unprinted_b: unprinted,
  });
}
