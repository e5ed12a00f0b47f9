import { visibleText } from '../../domain/privacy/display.ts';
import { instantOf, type Ms } from '../../domain/time/instant.ts';
import type { SharedIssue } from '../../export/model/shared-issue.ts';
import type { ReportWords } from '../../export/model/words.ts';
import type { Block } from '../../export/packs/doc.ts';
import { accounts, type AccountWords } from '../../i18n/accounts/accounts.ts';
import { wordsOf } from '../../i18n/area.ts';
import { board, type BoardWords } from '../../i18n/board/board.ts';
import { createFormat, type Format } from '../../i18n/format.ts';
import { packs, type PackWords } from '../../i18n/packs/packs.ts';
import { figureWords, type FigureWords } from '../accounts/figure-words.ts';
import { reportWords } from '../export/report-words.ts';
import type { PackFacts, PackIssue } from './pack-facts.ts';
import type { PackOrder } from './pack-order.ts';
import type { PackPictures } from './pack-pictures.ts';
import { createRefs, type Refs } from './refs.ts';

/** An issue that is described: it is not left out and not one too many. */
export type Described = Omit<PackIssue, 'shared'> & Readonly<{ shared: SharedIssue; anchor: string }>;

/** What every section of a pack is written with. */
export type PackContext = Readonly<{
  facts: PackFacts;
  order: PackOrder;
  /** What the provider is called. */
  name: string;
  described: readonly Described[];
  /** Of the issues whose pictures are chosen. */
  pictures: PackPictures;
  t: PackWords;
  b: BoardWords;
  a: AccountWords;
  r: ReportWords;
  format: Format;
  say: FigureWords;
  refs: Refs;
  /** `3 Nov 2026, 14:02`, in the zone of the pack. */
  time(at: Ms): string;
  date(at: Ms): string;
  anchorOf(issue: PackIssue): string | undefined;
}>;

export function packContext(
  facts: PackFacts,
  order: PackOrder,
  pictures: PackPictures = new Map(),
): PackContext {
  const { language } = order;
  const [t, b, a] = [wordsOf(packs, language), wordsOf(board, language), wordsOf(accounts, language)];
  const format = createFormat(language, facts.zone);
  const described = facts.issues.flatMap(({ shared, ...one }): Described[] =>
    shared === null || order.leftOut.has(one.row.id)
      ? []
      : [{ ...one, shared, anchor: `issue-${one.row.id}` }],
  );
  const anchors = new Map(described.map(({ row, anchor }) => [row.id, anchor]));
  const date = (at: Ms) => format.date(instantOf(at));
  return {
    facts,
    order,
    name: visibleText(facts.provider.name),
    described,
    pictures,
    t,
    b,
    a,
    r: reportWords(language),
    format,
    say: figureWords(b, format),
    refs: createRefs(facts.issues),
    time: (at) => `${date(at)}, ${format.time(instantOf(at))}`,
    date,
    anchorOf: ({ row }) => anchors.get(row.id),
  };
}

/** A section: what it says, or nothing where there is nothing to say. */
export type Section = (context: PackContext) => readonly Block[];
