import type { PackDoc } from '../../export/packs/doc.ts';
import { packContext, type Section } from './context.ts';
import type { PackFacts } from './pack-facts.ts';
import type { PackKind, PackOrder } from './pack-order.ts';
import { annexChronology } from './sections/annex-chronology.ts';
import { annexEvidence } from './sections/annex-evidence.ts';
import { annexFigures } from './sections/annex-figures.ts';
import { annexIndex } from './sections/annex-index.ts';
import { annexMethod } from './sections/annex-method.ts';
import { ball } from './sections/ball.ts';
import { annexPromises, commitments } from './sections/commitments.ts';
import { decisions } from './sections/decisions.ts';
import { purpose, scope } from './sections/head.ts';
import { openIssues } from './sections/open-issues.ts';
import { ours } from './sections/ours.ts';
import { patterns } from './sections/patterns.ts';
import { summary } from './sections/summary.ts';
import { targets } from './sections/targets.ts';

/** So many open issues stand on the two pages; the others are in the annex. */
const ON_PAGES = 6;

/** What each kind says, in the order in which its reader needs it. */
const PAGES: Readonly<Record<PackKind, readonly Section[]>> = {
  conversation: [
    scope,
    purpose,
    summary,
    ball,
    patterns,
    openIssues(ON_PAGES),
    commitments,
    targets,
    ours,
    decisions,
  ],
};

const ANNEX: readonly Section[] = [
  annexIndex,
  annexChronology,
  annexEvidence,
  annexFigures,
  annexPromises,
  annexMethod,
];

/** The pack as its reader will meet it. Pure: the preview and the file are made of the same. */
export function composePack(facts: PackFacts, order: PackOrder): PackDoc {
  const context = packContext(facts, order);
  const { t, name } = context;
  const of = (sections: readonly Section[]) => sections.flatMap((section) => section(context));
  return {
    language: order.language,
    title: t.title(t.kind[order.kind], name),
    pages: of(PAGES[order.kind]),
    annex: of(ANNEX),
  };
}
