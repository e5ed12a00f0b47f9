import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { readDuration } from '../../../lib/domain/directory/read-duration.ts';
import type { DurationProblem } from '../../../lib/domain/directory/read-duration.ts';
import { hoursAndMinutes } from '../../../lib/i18n/hours.ts';

export const TARGET_KEYS = ['P1', 'P2', 'P3', 'P4', 'P5', 'any'] as const;
export type TargetKey = (typeof TARGET_KEYS)[number];
type Target = NonNullable<AgreementVersion['targets'][TargetKey]>;

/** The times that can be agreed, as columns. */
export const TIMES = ['response', 'update', 'restore', 'resolution'] as const;
export type Time = (typeof TIMES)[number];
export const FIELD_OF = {
  response: 'responseMin',
  update: 'updateEveryMin',
  restore: 'restoreMin',
  resolution: 'resolutionMin',
} as const satisfies Readonly<Record<Time, keyof Target>>;

/** As typed; '' = not agreed, and for the calendar: that of the agreement. */
export type TargetDraft = Readonly<Record<Time, string> & { calendarId: string }>;
export type TargetDrafts = Readonly<Record<TargetKey, TargetDraft>>;

function draftOf(target: Target | undefined): TargetDraft {
  const text = (time: Time): string => {
    const minutes = target?.[FIELD_OF[time]];
    return minutes === undefined ? '' : hoursAndMinutes(minutes);
  };
  return {
    response: text('response'),
    update: text('update'),
    restore: text('restore'),
    resolution: text('resolution'),
    calendarId: target?.calendarId ?? '',
  };
}

export function targetDrafts(targets: AgreementVersion['targets']): TargetDrafts {
  const { P1, P2, P3, P4, P5, any } = targets;
  return {
    P1: draftOf(P1),
    P2: draftOf(P2),
    P3: draftOf(P3),
    P4: draftOf(P4),
    P5: draftOf(P5),
    any: draftOf(any),
  };
}

export const cellKey = (key: TargetKey, time: Time): string => `${key} ${time}`;

/** By cell, for those that cannot be understood. */
export function targetProblems(drafts: TargetDrafts): ReadonlyMap<string, DurationProblem> {
  const problems = new Map<string, DurationProblem>();
  for (const key of TARGET_KEYS) {
    for (const time of TIMES) {
      const read = readDuration(drafts[key][time]);
      if (!read.ok) problems.set(cellKey(key, time), read.problem);
    }
  }
  return problems;
}

function targetOf(draft: TargetDraft): Target | undefined {
  const target: Target = {};
  for (const time of TIMES) {
    const read = readDuration(draft[time]);
    if (read.ok && read.minutes !== null) target[FIELD_OF[time]] = read.minutes;
  }
  if (Object.keys(target).length === 0) return undefined;
  if (draft.calendarId !== '') target.calendarId = draft.calendarId;
  return target;
}

/** What was agreed; lines in which nothing is written say nothing. Call it when there is no problem. */
export function targetsFrom(drafts: TargetDrafts): AgreementVersion['targets'] {
  const targets: AgreementVersion['targets'] = {};
  for (const key of TARGET_KEYS) {
    const target = targetOf(drafts[key]);
    if (target !== undefined) targets[key] = target;
  }
  return targets;
}
