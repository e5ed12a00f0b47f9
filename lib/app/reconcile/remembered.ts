import { TICKET_FIELDS, type ColumnOf } from '../../domain/reconcile/fields.ts';
import { columnNamed } from '../../domain/reconcile/tickets.ts';
import { z } from '../../domain/z.ts';
import type { LocalArea } from '../local-area.ts';

const name = z.catch(z.nullable(z.string().check(z.maxLength(200))), null);

/** How files of a provider are read, as it was chosen last. Columns by their names: files change. */
const remembered = z.object({
  columns: z.object({
    number: name,
    title: name,
    priority: name,
    status: name,
    created: name,
    responded: name,
    resolved: name,
    ourRef: name,
  }),
  zone: z.catch(z.string().check(z.maxLength(60)), 'UTC'),
  toleranceMin: z.catch(z.int().check(z.gte(1), z.lte(1440)), 1),
});
export type Remembered = z.infer<typeof remembered>;

const keyOf = (providerId: string): string => `reconcile:${providerId}`;

/** null: nothing was chosen yet, or it cannot be read. */
export async function readRemembered(
  local: Pick<LocalArea, 'read'>,
  providerId: string,
): Promise<Remembered | null> {
  const read = remembered.safeParse(await local.read(keyOf(providerId)).catch(() => null));
  return read.success ? read.data : null;
}

export async function writeRemembered(
  local: Pick<LocalArea, 'write'>,
  providerId: string,
  headers: readonly string[],
  { columns, zone, toleranceMin }: Readonly<{ columns: ColumnOf; zone: string; toleranceMin: number }>,
): Promise<void> {
  const names = Object.fromEntries(
    TICKET_FIELDS.map((field) => {
      const at = columns[field];
      return [field, at === null ? null : (headers[at]?.slice(0, 200) ?? null)];
    }),
  );
  await local.write(keyOf(providerId), { columns: names, zone, toleranceMin });
}

/** The columns of this file by the names that were chosen; where a name is gone, what was recognised. */
export function columnsBy(headers: readonly string[], known: Remembered | null, found: ColumnOf): ColumnOf {
  if (known === null) return found;
  const of = (field: keyof ColumnOf): number | null =>
    known.columns[field] === null ? null : (columnNamed(headers, known.columns[field]) ?? found[field]);
  return {
    number: of('number') ?? found.number,
    title: of('title'),
    priority: of('priority'),
    status: of('status'),
    created: of('created'),
    responded: of('responded'),
    resolved: of('resolved'),
    ourRef: of('ourRef'),
  };
}
