import type { IssueId } from '../../domain/ledger/primitives.ts';

/** What can be left out of every issue at once. */
export const FIELD_GROUPS = [
  'pictures',
  'files',
  'unsearched-files',
  'environment',
  'requests',
  'findings',
  'address-query',
  'local-paths',
  'labels',
  'history',
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/**
 * Paths of files on this computer tell names of people and folders; in files such as PDF nobody could look for
 * secrets. Both go out only on demand.
 */
export const LEFT_OUT_BY_DEFAULT: readonly FieldGroup[] = ['local-paths', 'unsearched-files'];

/** What the user took out in the preview. */
export type Choices = Readonly<{
  groups: ReadonlySet<FieldGroup>;
  issues: ReadonlySet<IssueId>;
  /** Pictures and files, by the id of their capture or of the added evidence. */
  pictures: ReadonlySet<string>;
}>;

export function defaultChoices(): Choices {
  return { groups: new Set(LEFT_OUT_BY_DEFAULT), issues: new Set(), pictures: new Set() };
}
