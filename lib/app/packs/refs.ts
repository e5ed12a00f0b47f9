import type { IssueFigures } from '../../domain/accountability/issue-figures.ts';
import type { Line } from '../../export/packs/doc.ts';
import type { PackIssue } from './pack-facts.ts';

export type Counts = (figures: IssueFigures, issue: PackIssue) => boolean;

/** A figure of the pages with the issues it counts, for the annex. */
export type Figure = Readonly<{ id: string; text: string; label: string; issues: readonly PackIssue[] }>;

export type Refs = Readonly<{
  /** Numbers a figure; the same label is the same figure. undefined where it counts no issue. */
  of(label: string, counts: Counts): Line['ref'];
  all(): readonly Figure[];
}>;

export function createRefs(issues: readonly PackIssue[]): Refs {
  const figures: Figure[] = [];
  return {
    of(label, counts) {
      const known = figures.find((one) => one.label === label);
      if (known !== undefined) return { id: known.id, text: known.text };
      const counted = issues.filter((one) => one.row.figures !== null && counts(one.row.figures, one));
      if (counted.length === 0) return undefined;
      const text = `F${figures.length + 1}`;
      figures.push({ id: `figure-${text}`, text, label, issues: counted });
      return { id: `figure-${text}`, text };
    },
    all: () => figures,
  };
}
