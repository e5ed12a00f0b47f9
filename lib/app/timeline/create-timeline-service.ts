import type { EventBody } from '../../domain/issue/bodies.ts';
import { samePosition } from '../../domain/issue/entry-order.ts';
import { bodyOf, type TimelineEntry } from '../../domain/issue/timeline-of.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import type { IssueId, Position } from '../../domain/ledger/primitives.ts';
import { cutAt } from '../../domain/text/cut.ts';
import type { EditDeps, EditResult } from '../log/edits.ts';
import { createStamp } from '../log/stamp.ts';
import { stampOf } from './line-stamp.ts';
import type { NewLine, TimelineService } from './timeline-service.ts';

type Cleaned = Readonly<{ body: EventBody; masked: number }>;
type Correction = Extract<NewEntry, { kind: 'entry.corrected' }>;

/** The time and certainty of an entry that says the same again. */
function timeOf({ at, zone, offsetMin, certainty, plusMinusMin, by }: TimelineEntry) {
  const { reporterId: _, ...author } = by;
  return {
    at,
    zone,
    offsetMin,
    certainty,
    by: author,
    ...(plusMinusMin === undefined ? {} : { plusMinusMin }),
  };
}

export function createTimelineService({ store, now, zone, scrub }: EditDeps): TimelineService {
  const stamp = createStamp(now, zone);

  async function clean(text: string | undefined, max: number) {
    if (text === undefined || text.trim() === '') return { value: undefined, masked: 0 };
    const scrubbed = await scrub(text.toWellFormed().trim());
    return { value: cutAt(scrubbed.value, max), masked: scrubbed.masked };
  }

  async function bodyFrom(line: NewLine): Promise<Cleaned> {
    const { at: _at, plusMinusMin: _around, until, ticket, text, ...body } = line;
    const [number, words] = [await clean(ticket, LIMITS.ticket), await clean(text, LIMITS.note)];
    return {
      masked: number.masked + words.masked,
      body: {
        ...body,
        ...(number.value === undefined ? {} : { ticket: number.value }),
        ...(words.value === undefined ? {} : { text: words.value }),
        ...(until === undefined ? {} : { until: until.toISOString() }),
      },
    };
  }

  async function write(entry: NewEntry, masked: number, undo: (place: Position) => Promise<EditResult>) {
    const result = await store.append(entry);
    if (!result.ok) return result;
    const written = result.entries.at(-1);
    return { ok: true, masked, undo: written === undefined ? null : () => undo(written) } as const;
  }

  /** What holds in a place, and under which of the joined issues it stands. */
  async function lineAt(issueId: IssueId, place: Position) {
    const issue = await store.issue(issueId);
    return issue?.timeline.find(
      (line) => samePosition(line.place, place) || line.history.some((entry) => samePosition(entry, place)),
    );
  }

  async function append(
    issueId: IssueId,
    place: Position,
    entry: Pick<Correction, keyof ReturnType<typeof timeOf>> & Readonly<{ as: EventBody | null }>,
    masked: number,
  ): Promise<EditResult> {
    const line = await lineAt(issueId, place);
    if (line === undefined) return { ok: false, code: 'no-such-issue' };
    const { as, ...when } = entry;
    const { ledger, n } = line.said;
    const before = { ...timeOf(line.said), as: bodyOf(line.said) };
    return write(
      { ...when, kind: 'entry.corrected', issueId: line.said.issueId, body: { ledger, n, as } },
      masked,
      (written) => append(issueId, written, before, 0),
    );
  }

  async function correct(issueId: IssueId, place: Position, line: NewLine | null): Promise<EditResult> {
    if (line === null) {
      const known = await lineAt(issueId, place);
      // A line keeps its time when it is struck out, so that it stays in its place.
      if (known === undefined) return { ok: false, code: 'no-such-issue' };
      return append(issueId, place, { ...timeOf(known.said), as: null }, 0);
    }
    const { body, masked } = await bodyFrom(line);
    return append(issueId, place, { ...stampOf(line, now(), zone()), as: body }, masked);
  }

  async function assign(issueId: IssueId, systemId: string | null): Promise<EditResult> {
    const before = (await store.issue(issueId))?.assigned?.systemId ?? null;
    const entry: NewEntry = { ...stamp(), kind: 'issue.assigned', issueId, body: { systemId } };
    const result = await store.append(entry);
    return result.ok ? { ok: true, masked: 0, undo: () => assign(issueId, before) } : result;
  }

  return {
    async add(issueId, line) {
      const { body, masked } = await bodyFrom(line);
      const entry: NewEntry = { ...stampOf(line, now(), zone()), kind: 'event', issueId, body };
      return write(entry, masked, (place) => correct(issueId, place, null));
    },
    correct,
    assign,
  };
}
