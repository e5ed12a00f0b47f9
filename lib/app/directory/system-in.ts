import type { Recognised } from '../../domain/directory/system-of.ts';
import type { Issue } from '../../domain/issue/issue.ts';
import { systemOfIssue } from '../../domain/issue/system-of-issue.ts';
import { MINUTE, type Ms } from '../../domain/time/instant.ts';
import type { SystemView, Tell } from '../client/system-view.ts';
import type { Digest, KnownSystem } from './digest.ts';

/** What decides the system of an issue. */
export type Described = Pick<Issue, 'assigned' | 'url' | 'host' | 'occurrences'>;

/** By the same rule as everywhere, over what the digest knows. */
export function recognisedIn({ systems, retired }: Digest, issue: Described): Recognised {
  const values = (known: readonly KnownSystem[]) => known.map(({ value }) => value);
  return systemOfIssue(issue, values(systems), values(retired));
}

/** By when the provider must be told of what happened at `at`; undefined: there is no such rule, or nobody can say. */
function tellAt({ tells }: Digest, { tell, provider }: KnownSystem, at: Ms): Tell | undefined {
  const row = tells[tell ?? -1]?.findLast(({ from }) => from <= at);
  if (row === undefined || provider === null) return undefined;
  const { minutes, by: day, rule } = row;
  const by = minutes === undefined ? day : new Date(at + minutes * MINUTE).toISOString();
  return by === undefined ? undefined : { who: provider, by, ...(rule === undefined ? {} : { rule }) };
}

/** `told`: the provider knows already. */
export function systemViewIn(digest: Digest, issue: Described, at: Ms, told: boolean): SystemView {
  const recognised = recognisedIn(digest, issue);
  if (recognised.kind !== 'one') return { state: recognised.kind };
  const { id } = recognised.system;
  const known = [...digest.systems, ...digest.retired].find(({ value }) => value.id === id);
  if (known === undefined) return { state: 'none' };
  const tell = told ? undefined : tellAt(digest, known, at);
  return {
    state: 'one',
    id,
    name: known.value.name,
    provider: known.provider,
    ...(tell === undefined ? {} : { tell }),
  };
}
