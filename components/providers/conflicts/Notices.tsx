import { headKey } from '../../../lib/domain/directory/directory.ts';
import type { DirectoryConflict } from '../../../lib/domain/directory/directory.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { useDirectory } from '../directory-context.tsx';
import { nameOfThing } from '../list/RetiredList.tsx';
import { hrefOf } from '../route.ts';
import type { ProvidersRoute } from '../route.ts';

/** The page on which a conflict is settled. */
function routeOf({ kind, id, versions }: DirectoryConflict): ProvidersRoute {
  const thing = versions.find((version) => version.thing !== null)?.thing;
  const providerId = thing && 'providerId' in thing.value ? thing.value.providerId : undefined;
  if (kind === 'calendar') return { place: 'calendar', id };
  if (kind === 'team') return { place: 'teams' };
  if (kind === 'provider') return { place: 'provider', id, tab: 'overview' };
  if (providerId === undefined) return { place: 'list' };
  const tab = kind === 'system' ? 'systems' : kind === 'agreement' ? 'agreement' : 'contacts';
  return { place: 'provider', id: providerId, tab };
}

/** Says on every page of the area what is wrong with the directory: changed in two places, or given but unreadable. */
export function Notices() {
  const t = useText(providers);
  const { managedProblem, conflicts } = useDirectory();
  return (
    <div class="prov-notices">
      {managedProblem !== null && <Banner tone="warning">{t.managedProblem}</Banner>}
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} />}
    </div>
  );
}

function Conflicts({ conflicts }: { conflicts: readonly DirectoryConflict[] }) {
  const t = useText(providers);
  return (
    <Banner tone="warning" live>
      {t.conflict.open(conflicts.length)}
      <ul class="prov-inline">
        {conflicts.map((conflict) => {
          const thing = conflict.versions.find((version) => version.thing !== null)?.thing;
          return (
            <li key={headKey(conflict.kind, conflict.id)}>
              <a href={hrefOf(routeOf(conflict))}>
                {t.conflict.look(thing ? nameOfThing(thing, t) : t.list.thing[conflict.kind])}
              </a>
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}
