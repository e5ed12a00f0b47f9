import { visibleText } from '../../domain/privacy/display.ts';
import { zonedTime } from './local-time.ts';
import { addedPictures, fileOutlines } from './outline-evidence.ts';
import type { AddedPictureOutline, FileOutline } from './outline-evidence.ts';
import { fact, howSure, lateness } from './outline-facts.ts';
import type { Fact } from './outline-facts.ts';
import { occurrenceOutline } from './outline-occurrence.ts';
import type { OccurrenceOutline } from './outline-occurrence.ts';
import type { SharedEvent, SharedIssue, SharedStep } from './shared-issue.ts';
import type { ReportWords } from './words.ts';

/**
 * An issue as a reader meets it: headings, facts and paragraphs in order, as visible plain text. What HTML and Markdown
 * share; each of them only escapes and lays out.
 */
export type IssueOutline = Readonly<{
  key: string;
  title: string;
  facts: readonly Fact[];
  description: string;
  occurrences: readonly OccurrenceOutline[];
  /** Added later. */
  pictures: readonly AddedPictureOutline[];
  files: readonly FileOutline[];
  events: readonly Readonly<{ heading: string; text: string }>[];
  history: readonly string[];
}>;

export function priorityText(issue: SharedIssue, words: ReportWords): string {
  return issue.priority === null ? '' : `${issue.priority} – ${words.priorityLevel[issue.priority as 1]}`; // as: 1..5 by schema
}

export function reportedText(issue: SharedIssue, words: ReportWords): string {
  if (issue.firstReportedAt === null) return words.notReported;
  const of = issue.events.find((event) => event.event === 'reported' && event.at === issue.firstReportedAt);
  const at = zonedTime(issue.firstReportedAt, of?.offsetMin ?? 0);
  return `${at} (${words.reportedAfter(words.duration(issue.reportedAfterMs ?? 0))})`;
}

function eventOutline(event: SharedEvent, words: ReportWords) {
  const parts = [
    zonedTime(event.at, event.offsetMin),
    `${words.side[event.side]}: ${words.event[event.event]}`,
    event.channel === null ? null : words.channel[event.channel],
    event.ticket === null ? null : `${words.facts.tickets} ${event.ticket}`,
    howSure(event, words),
    lateness(event, words),
  ].filter((part) => part !== null);
  return { heading: visibleText(parts.join(' · ')), text: visibleText(event.text) };
}

function stepText(step: SharedStep, words: ReportWords): string {
  const what = words.step[step.kind] ?? step.kind;
  const late = lateness(step, words);
  return visibleText(
    `${zonedTime(step.at, step.offsetMin)} · ${words.side[step.side]}: ${what}${late ? ` · ${late}` : ''}`,
  );
}

/** The last outline made: an archive needs each of them twice in a row, for the report and for the text. */
let latest: Readonly<{ issue: SharedIssue; words: ReportWords; outline: IssueOutline }> | null = null;

export function issueOutline(issue: SharedIssue, words: ReportWords): IssueOutline {
  if (latest?.issue !== issue || latest.words !== words)
    latest = { issue, words, outline: outlineOf(issue, words) };
  return latest.outline;
}

/** More numbers than this are read by nobody; each stands with its occurrence. */
const MOST_KEYS = 20;

function otherKeys(issue: SharedIssue, words: ReportWords): string {
  const keys = issue.occurrences.flatMap(({ recordedAs }) => (recordedAs === undefined ? [] : [recordedAs]));
  const rest = keys.length - MOST_KEYS;
  return [...keys.slice(0, MOST_KEYS), ...(rest > 0 ? [words.andMore(rest)] : [])].join(', ');
}

function outlineOf(issue: SharedIssue, words: ReportWords): IssueOutline {
  const { facts } = words;
  const first = issue.occurrences[0];
  const last = issue.occurrences.at(-1);
  const many = issue.occurrences.length > 1;
  return {
    key: issue.key,
    title: visibleText(issue.title),
    facts: [
      ...fact(facts.site, issue.host, 'code'),
      ...fact(facts.address, issue.url, 'address'),
      ...fact(facts.firstSeen, first ? zonedTime(issue.firstAt, first.offsetMin) : issue.firstAt),
      ...(many ? fact(facts.lastSeen, last ? zonedTime(issue.lastAt, last.offsetMin) : issue.lastAt) : []),
      ...fact(facts.times, String(issue.occurrences.length)),
      ...fact(facts.alsoKeys, otherKeys(issue, words)),
      ...fact(facts.impact, issue.impact === null ? null : words.impactLevel[issue.impact as 1]), // as: 1..3 by schema
      ...fact(facts.urgency, issue.urgency === null ? null : words.urgencyLevel[issue.urgency as 1]), // as: 1..3 by schema
      ...fact(facts.priority, priorityText(issue, words)),
      ...fact(facts.reported, reportedText(issue, words)),
      ...fact(facts.tickets, issue.tickets.join(', ')),
      ...fact(facts.labels, issue.labels?.join(', ')),
      ...fact(facts.trashed, issue.trashed ? words.trashedText : null),
      ...fact(facts.erased, issue.erasedEntries > 0 ? words.erasedText(issue.erasedEntries) : null),
      ...fact(facts.id, issue.id, 'code'),
    ],
    description: issue.description.trim() === '' ? words.noDescription : visibleText(issue.description),
    occurrences: issue.occurrences.map((one, index) => occurrenceOutline(one, index + 1, issue, words)),
    pictures: addedPictures(issue, words),
    files: fileOutlines(issue, words),
    events: issue.events.map((event) => eventOutline(event, words)),
    history: (issue.history ?? []).map((step) => stepText(step, words)),
  };
}
