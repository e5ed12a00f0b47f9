import { versionOn } from '../../domain/directory/versions.ts';
import { dateIn } from '../../domain/accountability/terms-of.ts';
import { visibleText } from '../../domain/privacy/display.ts';
import { cutAt } from '../../domain/text/cut.ts';
import type { Block, Line, PackDoc } from '../../export/packs/doc.ts';
import { contextOf } from './compose-pack.ts';
import type { PackContext, Section } from './context.ts';
import type { PackFacts } from './pack-facts.ts';
import type { PackKind, PackOrder } from './pack-order.ts';
import type { PackPictures } from './pack-pictures.ts';
import { claim, claimIsDraft } from './sections/claim.ts';
import { periodOf, purpose, scope } from './sections/head.ts';
import { openIssues } from './sections/open-issues.ts';
import { asked, theIssue } from './sections/single.ts';
import { summary } from './sections/summary.ts';

/** The file of the whole pack that a letter is about. Too large or with a password it comes by another way. */
export type Enclosed = Readonly<{ name: string; bytes: number; way: 'attached' | 'large' | 'locked' }>;

/** What a mail says of a pack: its summary, without the figures' numbers, which lead to an annex that is not there. */
export type Letter = Readonly<{ subject: string; doc: PackDoc }>;

const SUBJECT = 200;
const OPEN_ONES = 6;

const SAYS: Readonly<Record<PackKind, readonly Section[]>> = {
  conversation: [scope, purpose, summary],
  review: [scope, purpose, summary],
  issue: [asked, purpose],
  claim: [scope, claimIsDraft, purpose, claim],
  handover: [scope, purpose, openIssues(OPEN_ONES)],
};

const bare = ({ text, under }: Line): Line => ({ text, under });

function unreferred(block: Block): Block {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: block.level, text: block.text };
    case 'text':
      return { ...block, line: bare(block.line) };
    case 'list':
      return { ...block, items: block.items.map(bare) };
    case 'facts':
      return { ...block, facts: block.facts.map(({ label, line }) => ({ label, line: bare(line) })) };
    case 'pair':
      return { kind: 'pair', sides: block.sides.map((side) => side.map(unreferred)) };
    case 'table':
      return { ...block, ids: undefined, rows: block.rows.map((row) => row.map(bare)) };
    default:
      return block;
  }
}

/** What the agreements want to find in the subject of a claim. */
function wantedWords({ facts }: PackContext): string[] {
  return facts.availability.flatMap(({ agreement: { versions, tz } }) => {
    const words = versionOn(versions, dateIn(tz, facts.asOf))?.claim?.subjectMustContain;
    return words === undefined ? [] : [visibleText(words)];
  });
}

function subjectOf(context: PackContext): string {
  const { order, t, name } = context;
  const one = order.kind === 'issue' ? theIssue(context) : null;
  if (one !== null) return `[${one.shared.key}] ${visibleText(one.shared.title)} – ${name}`;
  const title = order.kind === 'claim' ? t.claim.subject(name) : t.title(t.kind[order.kind], name);
  const lacking = wantedWords(context).filter((words) => order.kind === 'claim' && !title.includes(words));
  return [...new Set(lacking), `${title} – ${periodOf(context)}`].join(' – ');
}

/** The letter that goes with a pack. Pure. */
export function composeLetter(
  facts: PackFacts,
  order: PackOrder,
  pictures: PackPictures,
  { name, bytes, way }: Enclosed,
): Letter {
  const context = contextOf(facts, order, pictures);
  const { t, format } = context;
  const quiet = (text: string): Block => ({ kind: 'text', quiet: true, line: { text } });
  const enclosed = {
    attached: () => t.letter.attached(name),
    large: () => t.letter.apart(name, format.bytes(bytes)),
    locked: () => t.letter.locked,
  };
  const subject = cutAt(subjectOf(context).replaceAll(/\s+/gu, ' '), SUBJECT);
  return {
    subject,
    doc: {
      language: order.language,
      title: subject,
      issues: context.described.length,
      pages: [
        ...SAYS[order.kind].flatMap((section) => section(context)).map(unreferred),
        { kind: 'heading', level: 2, text: t.letter.heading },
        { kind: 'text', line: { text: enclosed[way]() } },
        ...facts.heads.map(({ ledger, n, link }) => quiet(t.method.chain(ledger, format.number(n), link))),
      ],
      annex: [],
    },
  };
}
