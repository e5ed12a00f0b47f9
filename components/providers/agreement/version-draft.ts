import { STANDARD_TERMS } from '../../../lib/domain/accountability/terms.ts';
import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import type { DurationProblem } from '../../../lib/domain/directory/read-duration.ts';
import { parseDate } from '../../../lib/domain/time/civil.ts';
import {
  availabilityDraft,
  availabilityFrom,
  availabilityProblems,
  wholePercent,
} from './availability-draft.ts';
import type { AvailabilityDraft, AvailabilityProblems } from './availability-draft.ts';
import { claimDraft, claimFrom, claimProblem } from './claim-draft.ts';
import type { ClaimDraft, ClaimProblem } from './claim-draft.ts';
import { evidenceDraft, evidenceFrom, evidenceProblem } from './evidence-draft.ts';
import type { EvidenceDraft } from './evidence-draft.ts';
import { recurrenceDraft, recurrenceFrom, recurrenceProblems } from './recurrence-draft.ts';
import type { RecurrenceDraft } from './recurrence-draft.ts';
import { shareDraft, shareProblems, sharesFrom } from './share-draft.ts';
import type { ShareDraft, ShareProblem } from './share-draft.ts';
import { targetDrafts, targetProblems, targetsFrom } from './target-draft.ts';
import type { TargetDrafts } from './target-draft.ts';

type Pause = NonNullable<AgreementVersion['pauseOn']>[number];

/** One version as the form shows it. What the form has no field for is taken from `base` when it is saved. */
export type VersionDraft = Readonly<{
  /** A new version from a date, or better words for one that is there. */
  mode: 'change' | 'correct';
  base: AgreementVersion;
  validFrom: string;
  calendarId: string;
  targets: TargetDrafts;
  startAt: 'reported' | 'occurred';
  autoAckCounts: boolean;
  pauseOn: readonly Pause[];
  reopen: NonNullable<AgreementVersion['reopen']>;
  priorityChange: NonNullable<AgreementVersion['priorityChange']>;
  whosePriority: 'us' | 'provider';
  atRiskPercent: string;
  notifyBy: ClaimDraft;
  fileBy: ClaimDraft;
  evidence: EvidenceDraft;
  availability: AvailabilityDraft;
  shares: ShareDraft;
  recurrence: RecurrenceDraft;
}>;

export type VersionProblems = Readonly<{
  validFrom?: true;
  calendarId?: true;
  atRiskPercent?: true;
  notifyBy?: ClaimProblem;
  fileBy?: ClaimProblem;
  evidence?: 'many' | 'long';
  cells: ReadonlyMap<string, DurationProblem>;
  availability: AvailabilityProblems;
  shares: ReadonlySet<ShareProblem>;
  /** Keys of thresholds. */
  recurrence: ReadonlySet<string>;
}>;

/** Before anybody tried to save. */
export const NO_PROBLEMS: VersionProblems = {
  cells: new Map(),
  availability: { target: false, tiers: new Map() },
  shares: new Set(),
  recurrence: new Set(),
};

export function versionDraft(
  base: AgreementVersion,
  mode: VersionDraft['mode'],
  validFrom: string,
  decimal: '.' | ',' = '.',
): VersionDraft {
  const terms = { ...STANDARD_TERMS, ...defined(base) };
  return {
    mode,
    base,
    validFrom,
    calendarId: base.calendarId,
    targets: targetDrafts(base.targets),
    startAt: terms.startAt,
    autoAckCounts: terms.autoAckCounts,
    pauseOn: terms.pauseOn,
    reopen: terms.reopen,
    priorityChange: terms.priorityChange,
    whosePriority: terms.whosePriority,
    atRiskPercent: String(terms.atRiskPercent),
    notifyBy: claimDraft(base.claim?.notifyBy),
    fileBy: claimDraft(base.claim?.fileBy),
    evidence: evidenceDraft(base),
    availability: availabilityDraft(base, decimal),
    shares: shareDraft(base),
    recurrence: recurrenceDraft(base, decimal),
  };
}

/** The rules that are written down in a version. */
function defined(version: AgreementVersion) {
  const { startAt, autoAckCounts, pauseOn, reopen, priorityChange, whosePriority, atRiskPercent } = version;
  return {
    ...(startAt === undefined ? {} : { startAt }),
    ...(autoAckCounts === undefined ? {} : { autoAckCounts }),
    ...(pauseOn === undefined ? {} : { pauseOn }),
    ...(reopen === undefined ? {} : { reopen }),
    ...(priorityChange === undefined ? {} : { priorityChange }),
    ...(whosePriority === undefined ? {} : { whosePriority }),
    ...(atRiskPercent === undefined ? {} : { atRiskPercent }),
  };
}

export function versionProblems(draft: VersionDraft): VersionProblems {
  const [notifyBy, fileBy] = [claimProblem(draft.notifyBy), claimProblem(draft.fileBy)];
  const evidence = evidenceProblem(draft.evidence);
  return {
    ...(parseDate(draft.validFrom) === null ? { validFrom: true } : {}),
    ...(draft.calendarId === '' ? { calendarId: true } : {}),
    ...(wholePercent(draft.atRiskPercent) === null ? { atRiskPercent: true } : {}),
    ...(notifyBy === null ? {} : { notifyBy }),
    ...(fileBy === null ? {} : { fileBy }),
    ...(evidence === null ? {} : { evidence }),
    cells: targetProblems(draft.targets),
    availability: availabilityProblems(draft.availability),
    shares: shareProblems(draft.shares),
    recurrence: recurrenceProblems(draft.recurrence),
  };
}

export function isFine({ cells, availability, shares, recurrence, ...others }: VersionProblems): boolean {
  const sizes = [cells.size, availability.tiers.size, shares.size, recurrence.size];
  return sizes.every((size) => size === 0) && !availability.target && Object.keys(others).length === 0;
}

const samePauses = (a: readonly Pause[], b: readonly Pause[]) =>
  a.length === b.length && a.every((pause) => b.includes(pause));

/** The rules of the form; a standard one that nobody wrote down stays unwritten. */
function rulesFrom(draft: VersionDraft): Partial<AgreementVersion> {
  const { base } = draft;
  const atRiskPercent = wholePercent(draft.atRiskPercent) ?? STANDARD_TERMS.atRiskPercent;
  const written = <K extends keyof AgreementVersion>(
    key: K,
    value: AgreementVersion[K],
    standard: boolean,
  ) => (standard && base[key] === undefined ? {} : { [key]: value });
  const { startAt, autoAckCounts, reopen, priorityChange, whosePriority } = draft;
  const is = STANDARD_TERMS;
  return {
    ...written('startAt', startAt, startAt === is.startAt),
    ...written('autoAckCounts', autoAckCounts, autoAckCounts === is.autoAckCounts),
    ...written('pauseOn', [...draft.pauseOn], samePauses(draft.pauseOn, is.pauseOn)),
    ...written('reopen', reopen, reopen === is.reopen),
    ...written('priorityChange', priorityChange, priorityChange === is.priorityChange),
    ...written('whosePriority', whosePriority, whosePriority === is.whosePriority),
    ...written('atRiskPercent', atRiskPercent, atRiskPercent === is.atRiskPercent),
  };
}

function claimOf({ base, notifyBy, fileBy, evidence }: VersionDraft): AgreementVersion['claim'] {
  const [notify, file] = [claimFrom(notifyBy, base.claim?.notifyBy), claimFrom(fileBy, base.claim?.fileBy)];
  const { requiredEvidence, ...how } = evidenceFrom(evidence);
  const said = requiredEvidence.length > 0 || Object.keys(how).length > 0;
  if (notify === undefined && file === undefined && !said && base.claim === undefined) return undefined;
  return {
    ...(notify === undefined ? {} : { notifyBy: notify }),
    ...(file === undefined ? {} : { fileBy: file }),
    ...how,
    requiredEvidence,
  };
}

/** The version as the form says. Call it when there is no problem. */
export function versionFrom(draft: VersionDraft): AgreementVersion {
  const { firstResponse, recurrence } = draft.base;
  const claim = claimOf(draft);
  return {
    validFrom: draft.validFrom,
    calendarId: draft.calendarId,
    targets: targetsFrom(draft.targets),
    ...rulesFrom(draft),
    ...(firstResponse === undefined ? {} : { firstResponse }),
    ...sharesFrom(draft.shares),
    ...availabilityFrom(draft.availability, draft.base),
    ...(claim === undefined ? {} : { claim }),
    ...recurrenceFrom(draft.recurrence, recurrence),
  };
}
