import type { Chip } from '../../domain/evidence/page-evidence.ts';
import type { PointedAt } from '../../domain/issue/bodies.ts';
import type { Issue } from '../../domain/issue/issue.ts';
import { removedChips } from '../../domain/issue/removed-chips.ts';
import { sharedEntries, sharedTimeline, type SharedLine } from '../../domain/issue/shared.ts';
import type { Entry, EntryOf } from '../../domain/ledger/entry.ts';
import { sharedAddress, withoutQueries } from './address.ts';
import type { AddressRule } from './address.ts';
import type { Choices } from './choices.ts';
import { momentOf } from './moment.ts';
import { shareAddedPictures, shareClick, shareFiles } from './share-evidence.ts';
import type { Lost } from './share-evidence.ts';
import type { SharedEvent, SharedIssue, SharedOccurrence, SharedStep } from './shared-issue.ts';

const NOTHING_LOST: Lost = new Set();

function shareEvent({ said, holds }: SharedLine): SharedEvent {
  const {
    event,
    channel,
    ticket,
    text,
    visibility: _,
    contactId: _person,
    evidence: _bytes,
    ...more
  } = holds;
  return {
    ...momentOf(said),
    event,
    channel: channel ?? null,
    ticket: ticket ?? null,
    text: text ?? '',
    ...more,
    ...(said.kind === 'entry.corrected' ? { corrected: true } : {}),
  };
}

function shareEvidence(
  of: EntryOf<'occurrence.captured'>,
  choices: Choices,
  rule: AddressRule,
): SharedOccurrence['evidence'] {
  const { evidence } = of.body;
  if (evidence.state === 'missing') return { state: 'missing', reason: evidence.reason };
  if (choices.groups.has('requests')) return { state: 'left-out' };
  // Where password fields were is for the editor, not for the reader.
  const { chips: _chips, sensitive: _sensitive, ...rest } = evidence;
  const requests = rest.requests.map((one) => ({ ...one, url: sharedAddress(one.url, rule) }));
  const stacks = rest.stacks?.map((stack) => ({
    ...stack,
    frames: stack.frames.map((frame) => ({ ...frame, file: sharedAddress(frame.file, rule) })),
  }));
  return { ...rest, requests, ...(stacks === undefined ? {} : { stacks }) };
}

function sharePointedAt(pointed: PointedAt, rule: AddressRule): PointedAt {
  if (pointed.kind !== 'selection') return { ...pointed, url: sharedAddress(pointed.url, rule) };
  return rule.query ? pointed : { ...pointed, text: withoutQueries(pointed.text) };
}

function shareFindings(chips: readonly Chip[], removed: ReadonlySet<string>, choices: Choices): Chip[] {
  return chips
    .filter((chip) => !removed.has(chip.id))
    .filter((chip) => !(choices.groups.has('requests') && chip.kind.startsWith('request-')))
    .map((chip) =>
      choices.groups.has('address-query') ? { ...chip, value: withoutQueries(chip.value) } : chip,
    );
}

function stepOf(entry: Entry): SharedStep {
  if (entry.kind === 'event') return { ...momentOf(entry), kind: `event.${entry.body.event}` };
  const back = entry.kind === 'occurrence.moved' && entry.body.to === entry.issueId;
  return { ...momentOf(entry), kind: back ? 'occurrence.moved-back' : entry.kind };
}

/** Internal entries do not even show by their time. */
function lastChange(firstAt: Issue['firstAt'], entries: readonly Entry[]): Issue['changedAt'] {
  const times = entries.map((entry) => entry.recordedAt);
  return times.reduce((latest, time) => (time > latest ? time : latest), firstAt);
}

/** What of an issue goes out under these choices. Internal events cannot pass: see `SharedLine`. */
export function shareIssue(issue: Issue, choices: Choices, lost: Lost = NOTHING_LOST): SharedIssue {
  const left = choices.groups;
  const rule = { query: !left.has('address-query'), localPaths: !left.has('local-paths') };
  const removed = removedChips(issue.entries);
  const absorbed = new Map(issue.absorbed.map((one) => [one.issueId, one]));
  const occurrences = issue.occurrences.map((of, index): SharedOccurrence => {
    const { body } = of;
    const page = {
      ...body.page,
      url: body.page.url === null ? null : sharedAddress(body.page.url, rule),
      title: rule.query ? body.page.title : withoutQueries(body.page.title),
    };
    const gone = removed.get(body.captureId) ?? new Set();
    const part = absorbed.get(of.issueId);
    return {
      ...momentOf(of),
      captureId: body.captureId,
      via: body.via,
      ...(part === undefined ? {} : { recordedAs: part.key }),
      ...(part === undefined || part.description === '' ? {} : { description: part.description }),
      ...(body.pointedAt === undefined ? {} : { pointedAt: sharePointedAt(body.pointedAt, rule) }),
      ...(body.systemName === undefined ? {} : { systemName: body.systemName }),
      page,
      picture: shareClick(issue, index, of, { choices, lost }),
      evidence: shareEvidence(of, choices, rule),
      ...(left.has('findings') ? {} : { findings: shareFindings(body.evidence.chips, gone, choices) }),
      ...(left.has('environment') ? {} : { environment: body.environment }),
      masked: body.masked,
    };
  });
  const entries = sharedEntries(issue);
  const events = sharedTimeline(issue).map(shareEvent);
  const reports = events.filter((event) => event.event === 'reported');
  const firstReportedAt = reports.map((event) => event.at).sort()[0] ?? null;
  const tickets = [...new Set(events.flatMap((event) => (event.ticket ? [event.ticket] : [])))];
  const steps = entries.map(stepOf);
  return {
    id: issue.id,
    key: issue.key,
    ledger: issue.ledger,
    title: rule.query ? issue.title : withoutQueries(issue.title),
    description: issue.description,
    host: issue.host,
    url: issue.url === null ? null : sharedAddress(issue.url, rule),
    firstAt: issue.firstAt,
    lastAt: issue.lastAt,
    changedAt: lastChange(issue.firstAt, entries),
    impact: issue.impact,
    urgency: issue.urgency,
    priority: issue.priority,
    ...(left.has('labels') ? {} : { labels: [...issue.labels] }),
    trashed: issue.trashed,
    tickets,
    firstReportedAt,
    reportedAfterMs:
      firstReportedAt === null ? null : Math.max(0, Date.parse(firstReportedAt) - Date.parse(issue.firstAt)),
    occurrences,
    pictures: shareAddedPictures(issue, rule, { choices, lost }),
    files: shareFiles(issue, { choices, lost }),
    events,
    ...(left.has('history') ? {} : { history: steps }),
    erasedEntries: issue.erasedCount,
  };
}
