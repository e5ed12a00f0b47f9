import { deciding, positionOf } from '../../domain/issue/entry-order.ts';
import type { Issue } from '../../domain/issue/issue.ts';
import { removedChips } from '../../domain/issue/removed-chips.ts';
import { sharedEntries, sharedTimeline } from '../../domain/issue/shared.ts';
import type { Entry, EntryOf } from '../../domain/ledger/entry.ts';
import type { SharedIssue } from '../model/shared-issue.ts';
import { touches } from './touches.ts';
import type { Sharing } from '../plan.ts';

/** How an entry goes into a pack: whole, or only as its reduced copy. One that has no fate is withheld. */
export type Fate = Readonly<{ as: 'whole' } | { as: 'reduced'; copy: unknown }>;

const WHOLE: Fate = { as: 'whole' };

/** What happened to an issue, said by numbers and names of our own making only. */
const STEPS: ReadonlySet<Entry['kind']> = new Set([
  'issue.prioritised',
  'issue.trashed',
  'issue.restored',
  'occurrence.moved',
  'issue.merged',
  'issue.split',
  'evidence.removed',
  'evidence.restored',
  'picture.original_removed',
]);

/** The last word on each thing that can be said again: what it replaced is not in the report and stays behind. */
function lastWords(entries: readonly Entry[]): ReadonlySet<Entry> {
  const said = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { kind } = entry;
    const about =
      kind === 'picture.captioned' || kind === 'picture.annotated'
        ? `${kind} ${entry.body.pictureId}`
        : kind === 'issue.described' || kind === 'issue.titled' || kind === 'issue.labelled'
          ? `${kind} ${entry.issueId}`
          : null;
    if (about !== null) said.set(about, [...(said.get(about) ?? []), entry]);
  }
  return new Set([...said.values()].flatMap((all) => deciding(all) ?? []));
}

/** State of each picture and file as it goes out, by the id of its capture or of the added evidence. */
function statesOf(shared: SharedIssue): ReadonlyMap<string, string> {
  return new Map([
    ...shared.occurrences.map(({ captureId, picture }): [string, string] => [captureId, picture.state]),
    ...shared.pictures.map(({ evidenceId, picture }): [string, string] => [evidenceId, picture.state]),
    ...shared.files.map(({ evidenceId, file }): [string, string] => [evidenceId, file.state]),
  ]);
}

/**
 * What becomes of every entry of an issue. Only an entry of which everything is in the report goes out whole: one with
 * anything left out, masked, replaced since or internal stays behind, and what the report shows of it goes out instead.
 * @param issue as stored, with its drawings burnt in @param shared the same as it goes out
 */
export function fatesOf(issue: Issue, shared: SharedIssue, sharing: Sharing): ReadonlyMap<string, Fate> {
  const { groups } = sharing.choices;
  const changed = touches(sharing);
  const last = lastWords(issue.entries);
  const removed = removedChips(issue.entries);
  const states = statesOf(shared);
  const events = new Map(
    sharedTimeline(issue).map(({ said }, index) => [positionOf(said), shared.events[index]] as const),
  );
  const fates = new Map<string, Fate>();

  /** `copy`: what the report shows of it; null: nothing of its own. */
  const whole = (entry: Entry, also: boolean, copy: unknown): Fate | null =>
    also && !changed(entry) ? WHOLE : copy === null ? null : { as: 'reduced', copy };

  function ofCapture(entry: EntryOf<'occurrence.captured'>): Fate | null {
    const copy = shared.occurrences.find(({ captureId }) => captureId === entry.body.captureId);
    if (copy === undefined) return null;
    const { evidence, picture } = entry.body;
    const complete =
      !groups.has('environment') &&
      !(groups.has('requests') && evidence.state === 'present') &&
      !(groups.has('findings') && evidence.chips.length > 0) &&
      (removed.get(entry.body.captureId)?.size ?? 0) === 0 &&
      (picture.state === 'missing' || copy.picture.state !== 'left-out');
    return whole(entry, complete, { occurrence: copy });
  }

  function ofEvidence(entry: EntryOf<'evidence.added'>): Fate | null {
    const { evidenceId } = entry.body;
    const copy =
      shared.pictures.find((one) => one.evidenceId === evidenceId) ??
      shared.files.find((one) => one.evidenceId === evidenceId);
    if (copy === undefined) return null;
    return whole(entry, states.get(evidenceId) !== 'left-out', { evidence: copy });
  }

  function fateOf(entry: Entry): Fate | null {
    const own = 'issueId' in entry && entry.issueId === issue.id;
    switch (entry.kind) {
      case 'occurrence.captured':
        return ofCapture(entry);
      case 'evidence.added':
        return ofEvidence(entry);
      case 'event':
      case 'entry.corrected': {
        const copy = events.get(positionOf(entry));
        if (copy === undefined) return null;
        const body = entry.kind === 'event' ? entry.body : entry.body.as;
        // Names of people and hashes of pictures are not part of the report.
        const named = entry.by.contactId !== undefined || body?.contactId !== undefined;
        return whole(entry, !named && (body?.evidence ?? []).length === 0, { event: copy });
      }
      case 'issue.described':
        if (!last.has(entry)) return null;
        return whole(entry, true, own ? { description: shared.description } : null);
      case 'issue.titled':
        return own && last.has(entry) ? whole(entry, true, { title: shared.title }) : null;
      case 'issue.labelled':
        return own && last.has(entry) && !groups.has('labels')
          ? whole(entry, true, { labels: shared.labels })
          : null;
      case 'picture.captioned':
      case 'picture.annotated':
        return last.has(entry) && states.get(entry.body.pictureId) === 'present'
          ? whole(entry, true, null)
          : null;
      default:
        return STEPS.has(entry.kind) && !groups.has('history') && !changed(entry) ? WHOLE : null;
    }
  }

  for (const entry of sharedEntries(issue)) {
    const fate = fateOf(entry);
    if (fate !== null) fates.set(positionOf(entry), fate);
  }
  return fates;
}
