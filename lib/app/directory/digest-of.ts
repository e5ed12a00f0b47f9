import { calendarOf, responsibleFor } from '../../domain/accountability/responsible.ts';
import type { Agreement } from '../../domain/directory/agreement.ts';
import { headKey, type Directory } from '../../domain/directory/directory.ts';
import type { DirectoryKind } from '../../domain/directory/entries.ts';
import type { System } from '../../domain/directory/system.ts';
import type { Ms } from '../../domain/time/instant.ts';
import type { Digest, KnownSystem, TellRow } from './digest.ts';
import { tellRows } from './tell-rows.ts';

/** The directory as the background and the popup take it. `fixed`: ids of what the organisation gives. */
export function digestOf(directory: Directory, fixed: ReadonlySet<string>, now: Ms): Digest {
  const tells: TellRow[][] = [];
  const placeOf = new Map<string, number | null>();

  /** Systems of one agreement share its rows. */
  function tellOf(agreement: Agreement | null): { tell?: number } {
    if (agreement === null) return {};
    let place = placeOf.get(agreement.id);
    if (place === undefined) {
      const rows = tellRows(agreement, (id) => calendarOf(directory, id)?.rules ?? null, now);
      place = rows.length === 0 ? null : tells.push(rows) - 1;
      placeOf.set(agreement.id, place);
    }
    return place === null ? {} : { tell: place };
  }
  function about(kind: DirectoryKind, id: string) {
    const head = directory.heads.get(headKey(kind, id));
    return {
      ...(head === undefined ? {} : { head: { ...head } }),
      ...(fixed.has(id) ? { fixed: true } : {}),
    };
  }
  function known(value: System): KnownSystem {
    const { provider, agreement } = responsibleFor(value, directory);
    return { ...about('system', value.id), ...tellOf(agreement), value, provider: provider?.name ?? null };
  }
  return {
    v: 1,
    systems: [...directory.systems.values()].map(known),
    // A system that is made in the popup belongs to a provider and has no agreement of its own.
    providers: [...directory.providers.values()].map(({ id, name }) => {
      const { agreement } = responsibleFor(
        { id: '', name, providerId: id, patterns: [], environment: 'prod', criticality: 2, aliases: [] },
        directory,
      );
      return { ...about('provider', id), ...tellOf(agreement), id, name };
    }),
    retired: [...directory.retired.values()].flatMap((thing) =>
      thing.kind === 'system' ? [known(thing.value)] : [],
    ),
    tells,
  };
}
