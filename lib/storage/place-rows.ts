import type { Issue } from '../domain/issue/issue.ts';
import type { GenTables, Place } from './tables.ts';

/** The rows by which the members of an issue's group find it; none for an issue that stands alone. */
export function placesIn({ id, key, absorbed }: Issue): Place[] {
  if (absorbed.length === 0) return [];
  const root = { id, root: id, key };
  return [root, ...absorbed.map((member): Place => ({ id: member.issueId, root: id, key: member.key }))];
}

/** `before`: all rows of the groups that were folded. Inside the caller's transaction. */
export async function changePlaces(
  { again }: GenTables,
  before: readonly Place[],
  after: readonly Place[],
): Promise<void> {
  if (again === null) return;
  const old = new Map(before.map((place) => [place.id, place]));
  const kept = new Set(after.map(({ id }) => id));
  const changed = after.filter(({ id, root, key }) => old.get(id)?.root !== root || old.get(id)?.key !== key);
  const gone = before.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  await Promise.all([
    changed.length > 0 ? again.places.bulkPut(changed) : null,
    gone.length > 0 ? again.places.bulkDelete(gone) : null,
  ]);
}
