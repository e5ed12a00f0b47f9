import type { Chip } from '../../domain/evidence/page-evidence.ts';
import type { Issue } from '../../domain/issue/issue.ts';
import type { Entry, EntryOf } from '../../domain/ledger/entry.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import { sharedAddress, withoutQueries } from './address.ts';
import type { AddressRule } from './address.ts';
import type { Choices } from './choices.ts';
import { pictureFile } from './picture-file.ts';
import type {
  SharedEvent,
  SharedIssue,
  SharedOccurrence,
  SharedPicture,
  SharedStep,
} from './shared-issue.ts';

type EventEntry = EntryOf<'event'>;
type SharedEventEntry = EventEntry & Readonly<{ body: Readonly<{ visibility: 'shared' }> }>;

/** Pictures whose bytes turned out to be unreadable. */
export type Lost = ReadonlySet<Sha256Hex>;
const NOTHING_LOST: Lost = new Set();

function isShared(entry: Entry): entry is SharedEventEntry {
  return entry.kind === 'event' && entry.body.visibility === 'shared';
}

function momentOf(entry: Entry) {
  return {
    at: entry.at,
    recordedAt: entry.recordedAt,
    zone: entry.zone,
    offsetMin: entry.offsetMin,
    certainty: entry.certainty,
    ...(entry.plusMinusMin === undefined ? {} : { plusMinusMin: entry.plusMinusMin }),
    side: entry.by.side,
    entry: { ledger: entry.ledger, n: entry.n },
  };
}

function shareEvent(entry: SharedEventEntry): SharedEvent {
  const { event, channel, ticket, text } = entry.body;
  return {
    ...momentOf(entry),
    event,
    channel: channel ?? null,
    ticket: ticket ?? null,
    text: text ?? '',
  };
}

function sharePicture(
  key: string,
  number: number,
  of: EntryOf<'occurrence.captured'>,
  choices: Choices,
  lost: Lost,
): SharedPicture {
  const { picture, captureId } = of.body;
  if (picture.state === 'missing') return picture;
  if (choices.groups.has('pictures') || choices.pictures.has(captureId)) return { state: 'left-out' };
  if (lost.has(picture.sha256)) return { state: 'lost', sha256: picture.sha256 };
  const { crc32: _crc32, ...rest } = picture;
  return { ...rest, file: pictureFile(key, number, picture.mime) };
}

function shareEvidence(
  of: EntryOf<'occurrence.captured'>,
  choices: Choices,
  rule: AddressRule,
): SharedOccurrence['evidence'] {
  const { evidence } = of.body;
  if (evidence.state === 'missing') return { state: 'missing', reason: evidence.reason };
  if (choices.groups.has('requests')) return { state: 'left-out' };
  const { chips: _chips, ...rest } = evidence;
  return { ...rest, requests: rest.requests.map((one) => ({ ...one, url: sharedAddress(one.url, rule) })) };
}

function shareFindings(chips: readonly Chip[], removed: ReadonlySet<string>, choices: Choices): Chip[] {
  return chips
    .filter((chip) => !removed.has(chip.id))
    .filter((chip) => !(choices.groups.has('requests') && chip.kind.startsWith('request-')))
    .map((chip) =>
      choices.groups.has('address-query') ? { ...chip, value: withoutQueries(chip.value) } : chip,
    );
}

/** Chips that were taken off, by capture. */
function removedChips(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const removed = new Map<string, Set<string>>();
  for (const entry of entries) {
    if (entry.kind !== 'evidence.removed') continue;
    const ids = removed.get(entry.body.captureId) ?? new Set();
    for (const id of entry.body.chipIds) ids.add(id);
    removed.set(entry.body.captureId, ids);
  }
  return removed;
}

function stepOf(entry: Entry): SharedStep | null {
  if (entry.kind === 'event') {
    return isShared(entry) ? { ...momentOf(entry), kind: `event.${entry.body.event}` } : null;
  }
  return { ...momentOf(entry), kind: entry.kind };
}

/** Internal entries do not even show by their time. */
function lastChange(issue: Issue): Issue['changedAt'] {
  const times = issue.entries
    .filter((entry) => entry.kind !== 'event' || isShared(entry))
    .map((entry) => entry.recordedAt);
  return times.reduce((latest, time) => (time > latest ? time : latest), issue.firstAt);
}

/** What of an issue goes out under these choices. Internal events cannot pass: see `SharedEventEntry`. */
export function shareIssue(issue: Issue, choices: Choices, lost: Lost = NOTHING_LOST): SharedIssue {
  const left = choices.groups;
  const rule = { query: !left.has('address-query'), localPaths: !left.has('local-paths') };
  const removed = removedChips(issue.entries);
  const occurrences = issue.occurrences.map((of, index): SharedOccurrence => {
    const { body } = of;
    const page = {
      ...body.page,
      url: body.page.url === null ? null : sharedAddress(body.page.url, rule),
      title: rule.query ? body.page.title : withoutQueries(body.page.title),
    };
    const gone = removed.get(body.captureId) ?? new Set();
    return {
      ...momentOf(of),
      captureId: body.captureId,
      via: body.via,
      page,
      picture: sharePicture(issue.key, index + 1, of, choices, lost),
      evidence: shareEvidence(of, choices, rule),
      ...(left.has('findings') ? {} : { findings: shareFindings(body.evidence.chips, gone, choices) }),
      ...(left.has('environment') ? {} : { environment: body.environment }),
      masked: body.masked,
    };
  });
  const events = issue.entries.filter(isShared).map(shareEvent);
  const reports = events.filter((event) => event.event === 'reported');
  const firstReportedAt = reports.map((event) => event.at).sort()[0] ?? null;
  const tickets = [...new Set(events.flatMap((event) => (event.ticket ? [event.ticket] : [])))];
  const steps = issue.entries.map(stepOf).filter((step) => step !== null);
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
    changedAt: lastChange(issue),
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
    events,
    ...(left.has('history') ? {} : { history: steps }),
    erasedEntries: issue.erasedCount,
  };
}
