import { visibleText } from '../../domain/privacy/display.ts';
import type { Environment } from '../../domain/evidence/page-evidence.ts';
import { findingText } from './finding.ts';
import { fact, howSure, lateness } from './outline-facts.ts';
import type { Fact } from './outline-facts.ts';
import { pictureOutline } from './outline-evidence.ts';
import type { PictureOutline } from './outline-evidence.ts';
import { zonedTime } from './local-time.ts';
import type { SharedIssue, SharedOccurrence } from './shared-issue.ts';
import type { ReportWords } from './words.ts';

export type OccurrenceOutline = Readonly<{
  heading: string;
  facts: readonly Fact[];
  findings: readonly Fact[];
  requests: Readonly<{
    head: readonly string[];
    rows: readonly (readonly string[])[];
    notes: readonly string[];
  }> | null;
  timing: readonly Fact[];
  environment: readonly Fact[];
  picture: PictureOutline;
}>;

function size(of: Readonly<{ width: number; height: number }> | undefined): string | null {
  return of ? `${of.width} × ${of.height}` : null;
}

function environmentFacts(env: Environment | undefined, words: ReportWords): Fact[] {
  if (!env) return [];
  const names = words.environmentFacts;
  return [
    ...fact(names.browser, `${env.browser} ${env.browserVersion}`),
    ...fact(names.system, [env.os, env.osVersion, env.arch].filter((part) => part !== undefined).join(' ')),
    ...fact(names.viewport, size(env.viewport)),
    ...fact(names.screen, size(env.screen)),
    ...fact(names.zoom, env.zoomPercent === undefined ? null : `${env.zoomPercent} %`),
    ...fact(names.dpr, env.dprPercent === undefined ? null : `${env.dprPercent} %`),
    ...fact(names.languages, env.languages.join(', ')),
    ...fact(names.online, env.online === undefined ? null : env.online ? words.yes : words.no),
    ...fact(names.connection, env.connection),
    ...fact(names.userAgent, env.userAgent, 'code'),
    ...fact(names.version, env.extensionVersion),
  ];
}

function timingFacts(of: SharedOccurrence, words: ReportWords): Fact[] {
  if (of.evidence.state !== 'present') return [];
  const { navigation, pageAgeMs } = of.evidence;
  const names = words.timingFacts;
  const ms = (value: number | undefined) => (value === undefined ? null : words.milliseconds(value));
  return [
    ...fact(names.ttfb, ms(navigation?.ttfbMs)),
    ...fact(names.domContentLoaded, ms(navigation?.domContentLoadedMs)),
    ...fact(names.load, ms(navigation?.loadMs)),
    ...fact(names.lcp, ms(navigation?.lcpMs)),
    ...fact(names.longTasks, navigation?.longTasks === undefined ? null : String(navigation.longTasks)),
    ...fact(names.open, pageAgeMs === undefined ? null : words.duration(pageAgeMs)),
  ];
}

function pointedFacts({ pointedAt }: SharedOccurrence, words: ReportWords): Fact[] {
  if (pointedAt === undefined) return [];
  const label = words.pointedAt[pointedAt.kind];
  return pointedAt.kind === 'selection' ? fact(label, pointedAt.text) : fact(label, pointedAt.url, 'address');
}

/** Where it broke, as the page itself printed it. */
function stackFacts({ evidence }: SharedOccurrence, words: ReportWords): Fact[] {
  if (evidence.state !== 'present') return [];
  return (evidence.stacks ?? []).flatMap(({ message, frames }) => {
    const lines = frames.map(({ at, file, line, column }) =>
      [at, [file, line, column].filter((part) => part !== undefined && part !== '').join(':')]
        .filter((part) => part !== '')
        .join(' @ '),
    );
    return fact(words.stack, [message, ...lines].join('\n'), 'code');
  });
}

function requestTable(of: SharedOccurrence, words: ReportWords): OccurrenceOutline['requests'] {
  if (of.evidence.state === 'left-out') return null;
  if (of.evidence.state === 'missing') {
    return { head: [], rows: [], notes: [words.evidenceMissing(words.reason[of.evidence.reason])] };
  }
  const columns = words.requestColumns;
  return {
    head: [columns.problem, columns.status, columns.address, columns.kind, columns.started, columns.took],
    rows: of.evidence.requests.map((one) => [
      words.requestProblem[one.problem],
      one.status === 0 ? words.requestStatusHidden : String(one.status),
      visibleText(one.url),
      visibleText(one.initiator),
      words.milliseconds(one.startMs),
      words.milliseconds(one.durationMs),
    ]),
    notes: [
      words.requestsSeen(of.evidence.requestsSeen),
      ...(of.evidence.requestListFull ? [words.requestListFull] : []),
    ],
  };
}

export function occurrenceOutline(
  of: SharedOccurrence,
  number: number,
  issue: SharedIssue,
  words: ReportWords,
): OccurrenceOutline {
  const { facts } = words;
  const status = of.page.httpStatus === undefined ? '' : ` (HTTP ${of.page.httpStatus})`;
  return {
    heading: words.occurrence(number, issue.occurrences.length, zonedTime(of.at, of.offsetMin)),
    facts: [
      ...fact(facts.recordedAs, of.recordedAs),
      ...fact(facts.typed, of.description),
      ...fact(facts.pageTitle, of.page.title),
      ...fact(facts.address, of.page.url, 'address'),
      ...fact(facts.pageState, words.pageState[of.page.state] + status),
      ...fact(facts.system, of.systemName),
      ...pointedFacts(of, words),
      ...fact(facts.how, words.via[of.via]),
      ...fact(facts.certainty, howSure(of, words)),
      ...fact(facts.written, lateness(of, words)),
      ...fact(facts.entry, `${of.entry.ledger} ${of.entry.n}`, 'code'),
    ],
    findings: [
      ...(of.findings ?? []).flatMap((chip) => {
        const { label, value } = findingText(chip, words);
        return fact(visibleText(label), value || '–', 'code');
      }),
      ...stackFacts(of, words),
    ],
    requests: requestTable(of, words),
    timing: timingFacts(of, words),
    environment: environmentFacts(of.environment, words),
    picture: pictureOutline(of.picture, words, words.pictureAlt(issue.key, zonedTime(of.at, of.offsetMin))),
  };
}
