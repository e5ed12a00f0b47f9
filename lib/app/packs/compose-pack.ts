import { visibleText } from '../../domain/privacy/display.ts';
import type { PackDoc } from '../../export/packs/doc.ts';
import { packContext, type PackContext, type Section } from './context.ts';
import type { PackFacts } from './pack-facts.ts';
import type { PackKind, PackOrder } from './pack-order.ts';
import type { PackPictures } from './pack-pictures.ts';
import { annexChronology } from './sections/annex-chronology.ts';
import { annexEvidence } from './sections/annex-evidence.ts';
import { annexFigures } from './sections/annex-figures.ts';
import { annexIndex } from './sections/annex-index.ts';
import { annexMethod } from './sections/annex-method.ts';
import { ball } from './sections/ball.ts';
import { annexPromises, commitments } from './sections/commitments.ts';
import { decisions } from './sections/decisions.ts';
import { agenda, coverNote, purpose, scope } from './sections/head.ts';
import { annexLastTime, lastTime } from './sections/last-time.ts';
import { openIssues } from './sections/open-issues.ts';
import { moreInShort } from './sections/more.ts';
import { annexFull } from './sections/annex-full.ts';
import { availability, latestAvailability } from './sections/availability.ts';
import { claim, claimIsDraft, computation } from './sections/claim.ts';
import { claimProof } from './sections/claim-proof.ts';
import { contractDates, signatures } from './sections/contract-dates.ts';
import { scorecards } from './sections/scorecards.ts';
import { checklist, setup } from './sections/setup.ts';
import { single, theIssue } from './sections/single.ts';
import { sideBySide } from './sections/side-by-side.ts';
import { teamsInShort } from './sections/teams.ts';
import { trend } from './sections/trend.ts';
import { ours } from './sections/ours.ts';
import { patterns } from './sections/patterns.ts';
import { summary } from './sections/summary.ts';
import { targets, targetsInShort } from './sections/targets.ts';

/** So many open issues stand on the two pages; the others are in the annex. */
const ON_PAGES = 6;
const ALL = Infinity;

/** What each kind says, in the order in which its reader needs it. */
const PAGES: Readonly<Record<PackKind, readonly Section[]>> = {
  conversation: [
    scope,
    sideBySide([coverNote], [agenda]),
    lastTime,
    summary,
    ball,
    patterns(4),
    openIssues(ON_PAGES),
    commitments,
    targets,
    ours,
    decisions,
  ],
  review: [
    scope,
    sideBySide([coverNote], [agenda]),
    lastTime,
    summary,
    scorecards,
    trend,
    ball,
    targetsInShort,
    latestAvailability,
    patterns(3),
    sideBySide([commitments, moreInShort], [teamsInShort, contractDates, ours]),
    decisions,
    signatures,
  ],
  issue: [single, purpose],
  claim: [scope, claimIsDraft, purpose, claim, claimProof, availability, computation],
  handover: [
    scope,
    purpose,
    setup,
    openIssues(ALL),
    patterns(4),
    commitments,
    targets,
    contractDates,
    checklist,
  ],
};

const WHOLE: readonly Section[] = [
  annexIndex,
  annexChronology,
  annexEvidence,
  annexFigures,
  annexPromises,
  annexLastTime,
  annexMethod,
];

const ANNEX: Readonly<Record<PackKind, readonly Section[]>> = {
  conversation: WHOLE,
  review: WHOLE,
  handover: WHOLE,
  claim: [annexIndex, annexChronology, annexEvidence, annexFigures, annexMethod],
  issue: [annexEvidence, annexMethod],
};

/** Stands last, but is worked out before annex D names what its figures count. */
const LAST: Partial<Readonly<Record<PackKind, Section>>> = { review: annexFull };

/** A pack about one issue knows of no other. */
export function contextOf(facts: PackFacts, order: PackOrder, pictures?: PackPictures): PackContext {
  const context = packContext(facts, order, pictures);
  if (order.kind !== 'issue') return context;
  const one = theIssue(context);
  return { ...context, described: one === null ? [] : [one] };
}

/**
 * The pack as its reader will meet it. Pure: the preview and the file are made of the same.
 * @param pictures of the issues whose pictures are chosen
 */
export function composePack(facts: PackFacts, order: PackOrder, pictures?: PackPictures): PackDoc {
  const context = contextOf(facts, order, pictures);
  const { t, name } = context;
  const one = order.kind === 'issue' ? theIssue(context) : null;
  const subject = one === null ? name : `${one.shared.key} ${visibleText(one.shared.title)}`;
  const of = (sections: readonly Section[]) => sections.flatMap((section) => section(context));
  const pages = of(PAGES[order.kind]);
  const last = LAST[order.kind]?.(context) ?? [];
  return {
    language: order.language,
    title: t.title(t.kind[order.kind], subject),
    issues: context.described.length,
    pages,
    annex: [...of(ANNEX[order.kind]), ...last],
  };
}
