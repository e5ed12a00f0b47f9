import type { EventKind } from '../../domain/accountability/timeline.ts';
import type { Chip } from '../../domain/evidence/page-evidence.ts';
import type { ReasonCode } from '../../domain/evidence/reason.ts';
import type { EvidenceVia, FileKind } from '../../domain/issue/evidence-bodies.ts';
import type { FieldGroup } from './choices.ts';

/** Column headings of the table for people, in the order of the table. */
export const TABLE_COLUMNS = [
  'key',
  'title',
  'description',
  'site',
  'address',
  'firstSeen',
  'lastSeen',
  'timeZone',
  'times',
  'impact',
  'urgency',
  'priority',
  'httpStatus',
  'failedRequests',
  'findings',
  'firstReported',
  'reportedAfter',
  'tickets',
  'labels',
  'pictures',
  'files',
  'browser',
  'masked',
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** Whose ticket tool; the same names as the formats have. */
export type TargetName = 'jira' | 'servicenow' | 'zendesk' | 'github' | 'gitlab' | 'tmf621' | 'jsonl' | 'eml';

/** The words of a report, given by the app in the language of the reader. Plain text; every format escapes for itself. */
/** The checks that VERIFY.txt tells, each as one line to be typed. */
export type VerifyCommand =
  'sums' | 'added' | 'chain' | 'ssh' | 'openssl' | 'askTime' | 'showTime' | 'checkTime' | 'checkRequest';

export type ReportWords = Readonly<{
  /** BCP 47, for `<html lang>`. */
  language: string;
  /** What spreadsheet programs of this language split columns at. */
  csvDelimiter: ',' | ';';
  title: string;
  preparedWith: (version: string) => string;
  made: string;
  period: string;
  periodText: (from: string, to: string) => string;
  contents: string;
  contentsText: (
    of: Readonly<{ issues: number; occurrences: number; pictures: number; files: number }>,
  ) => string;
  leftOutHeading: string;
  leftOutText: (issues: number, pictures: number, files: number) => string;
  leftOutGroup: Readonly<Record<FieldGroup, string>>;
  nothingLeftOut: string;
  maskedHeading: string;
  maskedText: (total: number) => string;
  chainHeading: string;
  chainText: (ledger: string, n: number, link: string) => string;
  ourShare: string;
  reportedOf: (reported: number, total: number) => string;
  medianReported: (duration: string) => string;
  overview: string;
  noIssues: string;
  columns: Readonly<{
    key: string;
    firstSeen: string;
    title: string;
    site: string;
    times: string;
    priority: string;
    reported: string;
  }>;
  notReported: string;
  reportedAfter: (duration: string) => string;
  facts: Readonly<{
    site: string;
    address: string;
    firstSeen: string;
    lastSeen: string;
    times: string;
    impact: string;
    urgency: string;
    priority: string;
    reported: string;
    tickets: string;
    labels: string;
    trashed: string;
    erased: string;
    id: string;
    entry: string;
    pageState: string;
    pageTitle: string;
    alsoKeys: string;
    recordedAs: string;
    typed: string;
    how: string;
    system: string;
    caption: string;
    written: string;
    certainty: string;
  }>;
  trashedText: string;
  andMore: (count: number) => string;
  erasedText: (entries: number) => string;
  writtenLater: (recordedAt: string) => string;
  certainty: Readonly<Record<'documented' | 'recalled', string>>;
  plusMinus: (minutes: number) => string;
  what: string;
  noDescription: string;
  occurrence: (number: number, of: number, at: string) => string;
  findings: string;
  requests: string;
  requestColumns: Readonly<{
    address: string;
    status: string;
    kind: string;
    started: string;
    took: string;
    problem: string;
  }>;
  requestProblem: Readonly<Record<'failed' | 'slow' | 'unknown', string>>;
  requestStatusHidden: string;
  requestsSeen: (seen: number) => string;
  requestListFull: string;
  evidenceMissing: (reason: string) => string;
  timing: string;
  timingFacts: Readonly<{
    ttfb: string;
    domContentLoaded: string;
    load: string;
    lcp: string;
    longTasks: string;
    open: string;
  }>;
  environment: string;
  environmentFacts: Readonly<{
    browser: string;
    system: string;
    viewport: string;
    screen: string;
    zoom: string;
    dpr: string;
    languages: string;
    online: string;
    connection: string;
    version: string;
    userAgent: string;
  }>;
  yes: string;
  no: string;
  picture: string;
  pictureAlt: (key: string, at: string) => string;
  pictureFacts: (width: number, height: number, sha256: string) => string;
  pictureScaled: (width: number, height: number) => string;
  pictureMissing: (reason: string) => string;
  pictureLost: string;
  pictureLeftOut: string;
  pointedAt: Readonly<Record<'selection' | 'link' | 'image', string>>;
  stack: string;
  addedPictures: string;
  addedPicture: (how: string, at: string) => string;
  files: string;
  fileFacts: Readonly<{ kind: string; added: string; size: string; secrets: string; state: string }>;
  /** Only the ZIP export carries files. */
  filesElsewhere: string;
  fileLost: string;
  fileLeftOut: string;
  fileAsItCame: string;
  fileMasked: (count: number) => string;
  events: string;
  event: Readonly<Record<EventKind, string>>;
  side: Readonly<Record<'us' | 'provider' | 'third-party', string>>;
  history: string;
  step: Readonly<Record<string, string>>;
  tableColumns: Readonly<Record<TableColumn, string>>;
  /** What took so long: behind the address of a slow request. */
  took: (duration: string) => string;
  milliseconds: (ms: number) => string;
  duration: (ms: number) => string;
  /** Shared with the screens. */
  reason: Readonly<Record<ReasonCode, string>>;
  pageState: Readonly<Record<'ok' | 'http-error' | 'error-page' | 'restricted' | 'unknown', string>>;
  via: Readonly<Record<'popup' | 'shortcut' | 'menu' | 'delayed' | 'app' | 'recovered', string>>;
  channel: Readonly<Record<'phone' | 'email' | 'portal' | 'chat' | 'in-person' | 'other', string>>;
  pictureVia: Readonly<Record<EvidenceVia, string>>;
  fileKind: Readonly<Record<FileKind, string>>;
  bytes: (bytes: number) => string;
  chipKind: Readonly<Record<Chip['kind'], string>>;
  impactLevel: Readonly<Record<1 | 2 | 3, string>>;
  urgencyLevel: Readonly<Record<1 | 2 | 3, string>>;
  priorityLevel: Readonly<Record<1 | 2 | 3 | 4 | 5, string>>;
  readme: (files: readonly string[], version: string) => string;
  /** README.txt of an archive for the provider's tool: how to load it, and what that tool does not take. */
  targetReadme: (target: TargetName, files: readonly string[], version: string) => string;
  /** Where a text was longer than the tool takes. */
  cutForTool: string;
  /** Names of the sheets of a workbook: at most 31 characters, none of `[]:*?/\\`. */
  sheets: Readonly<{ issues: string; about: string }>;
  /** VERIFY.txt of an evidence pack. `fingerprint`: null where it is not signed. */
  verify: (
    of: Readonly<{
      fingerprint: string | null;
      heads: readonly Readonly<{ ledger: string; n: number; link: string }>[];
      commands: Readonly<Record<VerifyCommand, string>>;
    }>,
  ) => string;
}>;
