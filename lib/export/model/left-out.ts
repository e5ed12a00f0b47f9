import type { Issue } from '../../domain/issue/issue.ts';
import { isLocalAddress } from './address.ts';
import type { FieldGroup } from './choices.ts';
import { isSearched } from './share-evidence.ts';

type Occurrence = Issue['occurrences'][number];

const QUERY = /[a-z][a-z0-9+.-]{0,20}:\/\/[^\s?#]{1,8192}[?#]/i;

function addressesOf(of: Occurrence): string[] {
  const { page, evidence } = of.body;
  const requests = evidence.state === 'present' ? evidence.requests.map(({ url }) => url) : [];
  return [page.url ?? '', ...requests];
}

/** Whether an issue has anything of a group at all: only then is it something that the sender left out. */
const HAS: Readonly<Record<FieldGroup, (of: Occurrence, issue: Issue) => boolean>> = {
  pictures: (_, { pictures }) => pictures.length > 0,
  files: (_, { files }) => files.length > 0,
  'unsearched-files': (_, { files }) => files.some(({ file }) => !isSearched(file.kind)),
  environment: () => true,
  requests: (of) => of.body.evidence.state === 'present',
  findings: (of) => of.body.evidence.chips.length > 0,
  'address-query': (of, { title }) =>
    [...addressesOf(of), of.body.page.title, title, ...of.body.evidence.chips.map(({ value }) => value)].some(
      (text) => QUERY.test(text),
    ),
  'local-paths': (of) => addressesOf(of).some(isLocalAddress),
  labels: (_, issue) => issue.labels.length > 0,
  history: () => true,
};

/** Those of the groups that take something away from this issue. */
export function leftOutOf(issue: Issue, groups: ReadonlySet<FieldGroup>): FieldGroup[] {
  return [...groups].filter((group) => issue.occurrences.some((of) => HAS[group](of, issue)));
}
