import type { Entry, EntryOf, NewEntry } from '../ledger/entry.ts';
import type { IssueId } from '../ledger/primitives.ts';
import { compareText } from '../text/compare.ts';
import { deciding } from './entry-order.ts';

type PointerKind = 'occurrence.moved' | 'issue.merged' | 'issue.split';
/** Entries by which an issue says where it belongs. */
export type PointerEntry = EntryOf<PointerKind>;

export function isPointer<E extends Entry | NewEntry>(entry: E): entry is Extract<E, { kind: PointerKind }> {
  return entry.kind === 'occurrence.moved' || entry.kind === 'issue.merged' || entry.kind === 'issue.split';
}

/** The issue that this entry makes its own issue part of; its own id where it says that it stands alone. */
export function targetOf(entry: Extract<Entry | NewEntry, { kind: PointerKind }>): IssueId {
  if (entry.kind === 'occurrence.moved') return entry.body.to;
  return entry.kind === 'issue.merged' ? entry.body.into : entry.issueId;
}

export type Groups = Readonly<{
  /** Every issue with a readable occurrence → the issue it is shown as; itself where it stands alone. */
  rootOf: ReadonlyMap<IssueId, IssueId>;
  /** The entry that says where an issue belongs. */
  pointerOf: ReadonlyMap<IssueId, PointerEntry>;
}>;

/**
 * Which of these issues belong together, by their readable entries. Pointers are followed to the end; one to an issue
 * that cannot be read here (purged, or never imported) counts as nothing, so that nothing disappears with it. Where
 * pointers run in a circle (two ledgers pointed at each other's issue) the lowest id is the root.
 */
export function groupsOf(entries: readonly Entry[]): Groups {
  const issues = new Set<IssueId>();
  const said = new Map<IssueId, PointerEntry[]>();
  for (const entry of entries) {
    if (entry.kind === 'occurrence.captured') issues.add(entry.issueId);
    else if (isPointer(entry)) said.set(entry.issueId, [...(said.get(entry.issueId) ?? []), entry]);
  }
  const pointerOf = new Map<IssueId, PointerEntry>();
  for (const [issue, pointers] of said) {
    const last = deciding(pointers);
    if (last !== undefined && issues.has(issue)) pointerOf.set(issue, last);
  }
  const next = (issue: IssueId): IssueId => {
    const pointer = pointerOf.get(issue);
    const target = pointer === undefined ? issue : targetOf(pointer);
    return issues.has(target) ? target : issue;
  };
  const rootOf = new Map<IssueId, IssueId>();
  for (const issue of issues) follow(issue, next, rootOf);
  return { rootOf, pointerOf };
}

/** Finds the root of an issue and of all on the way to it. */
function follow(start: IssueId, next: (issue: IssueId) => IssueId, rootOf: Map<IssueId, IssueId>): void {
  const way: IssueId[] = [];
  const seen = new Set<IssueId>();
  let here = start;
  while (!seen.has(here) && !rootOf.has(here)) {
    seen.add(here);
    way.push(here);
    here = next(here);
  }
  const root = rootOf.get(here) ?? lowest(way.slice(way.indexOf(here)));
  for (const issue of way) rootOf.set(issue, root);
}

function lowest(circle: readonly IssueId[]): IssueId {
  return circle.reduce((low, id) => (compareText(id, low) < 0 ? id : low));
}

/** These issues and all that point to one of them, directly or not. */
export function membersUnder(issues: readonly IssueId[], { pointerOf }: Groups): IssueId[] {
  const under = new Set(issues);
  for (const start of pointerOf.keys()) {
    const way = new Set<IssueId>();
    let here: IssueId | undefined = start;
    while (here !== undefined && !way.has(here) && !under.has(here)) {
      way.add(here);
      const pointer = pointerOf.get(here);
      here = pointer === undefined ? undefined : targetOf(pointer);
    }
    if (here !== undefined && under.has(here)) for (const issue of way) under.add(issue);
  }
  return [...under];
}
