import { STANDARD_TERMS } from '../../../lib/domain/accountability/terms.ts';
import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import type { DurationProblem } from '../../../lib/domain/directory/read-duration.ts';
import { parseDate } from '../../../lib/domain/time/civil.ts';
import { claimDraft, claimFrom, claimProblem } from './claim-draft.ts';
import type { ClaimDraft, ClaimProblem } from './claim-draft.ts';
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
}>;

export type VersionProblems = Readonly<{
  validFrom?: true;
  calendarId?: true;
  atRiskPercent?: true;
  notifyBy?: ClaimProblem;
  fileBy?: ClaimProblem;
  cells: ReadonlyMap<string, DurationProblem>;
}>;

export function versionDraft(
  base: AgreementVersion,
  mode: VersionDraft['mode'],
  validFrom: string,
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

const percentOf = (text: string): number | null =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 100 ? Number(text) : null;

export function versionProblems(draft: VersionDraft): VersionProblems {
  const [notifyBy, fileBy] = [claimProblem(draft.notifyBy), claimProblem(draft.fileBy)];
  return {
    ...(parseDate(draft.validFrom) === null ? { validFrom: true } : {}),
    ...(draft.calendarId === '' ? { calendarId: true } : {}),
    ...(percentOf(draft.atRiskPercent) === null ? { atRiskPercent: true } : {}),
    ...(notifyBy === null ? {} : { notifyBy }),
    ...(fileBy === null ? {} : { fileBy }),
    cells: targetProblems(draft.targets),
  };
}

export function isFine({ cells, ...others }: VersionProblems): boolean {
  return cells.size === 0 && Object.keys(others).length === 0;
}

const samePauses = (a: readonly Pause[], b: readonly Pause[]) =>
  a.length === b.length && a.every((pause) => b.includes(pause));

/** The rules of the form; a standard one that nobody wrote down stays unwritten. */
function rulesFrom(draft: VersionDraft): Partial<AgreementVersion> {
  const { base } = draft;
  const atRiskPercent = percentOf(draft.atRiskPercent) ?? STANDARD_TERMS.atRiskPercent;
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

function claimOf({ base, notifyBy, fileBy }: VersionDraft): AgreementVersion['claim'] {
  const [notify, file] = [claimFrom(notifyBy, base.claim?.notifyBy), claimFrom(fileBy, base.claim?.fileBy)];
  const { notifyBy: _notify, fileBy: _file, ...rest } = base.claim ?? { requiredEvidence: [] };
  const said = notify !== undefined || file !== undefined || base.claim !== undefined;
  if (!said) return undefined;
  return {
    ...rest,
    ...(notify === undefined ? {} : { notifyBy: notify }),
    ...(file === undefined ? {} : { fileBy: file }),
  };
}

/** The version as the form says. Call it when there is no problem. */
export function versionFrom(draft: VersionDraft): AgreementVersion {
  const { firstResponse, compliance, availability, creditTiers, chronicFailure } = draft.base;
  const claim = claimOf(draft);
  return {
    validFrom: draft.validFrom,
    calendarId: draft.calendarId,
    targets: targetsFrom(draft.targets),
    ...rulesFrom(draft),
    ...(firstResponse === undefined ? {} : { firstResponse }),
    ...(compliance === undefined ? {} : { compliance }),
    ...(availability === undefined ? {} : { availability }),
    ...(creditTiers === undefined ? {} : { creditTiers }),
    ...(chronicFailure === undefined ? {} : { chronicFailure }),
    ...(claim === undefined ? {} : { claim }),
  };
}
