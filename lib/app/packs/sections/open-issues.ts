import type { Described, PackContext, Section } from '../context.ts';
import type { Block } from '../../../export/packs/doc.ts';
import { msOf } from '../../../domain/time/instant.ts';
import { dueOf, issueLine, lastWord, priorityOf, ticketsOf, waitingOn } from './issue-words.ts';

/** Past a due time first, then the oldest. */
export function openOnes({ described }: Pick<PackContext, 'described'>): Described[] {
  const late = ({ row }: Described) => Number(row.due?.overdue === true);
  return described
    .filter(({ row }) => row.turn !== 'closed')
    .toSorted((x, y) => late(y) - late(x) || (x.row.firstAt ?? 0) - (y.row.firstAt ?? 0));
}

function openTable(some: readonly Described[], context: PackContext): Block {
  const { t, date } = context;
  return {
    kind: 'table',
    caption: t.open.caption,
    columns: [
      { label: t.open.issue, kind: 'free' },
      { label: t.open.ticket },
      { label: t.open.priority },
      { label: t.open.seen, kind: 'whole' },
      { label: t.open.reported, kind: 'whole' },
      { label: t.open.last, kind: 'whole' },
      { label: t.open.waiting, kind: 'few' },
      { label: t.open.due, kind: 'few' },
    ],
    rows: some.map((one) => [
      issueLine(one),
      { text: ticketsOf(one) || t.open.noTicket },
      { text: priorityOf(one) },
      { text: date(one.row.firstAt ?? msOf(one.shared.firstAt)) },
      {
        text:
          one.shared.firstReportedAt === null ? t.open.notReported : date(msOf(one.shared.firstReportedAt)),
      },
      lastWord(one, context),
      waitingOn(one, context),
      dueOf(one, context),
    ]),
  };
}

/** At most `most` of them, the others by their number. */
export function openIssues(most: number): Section {
  return (context) => {
    const { t } = context;
    const all = openOnes(context);
    const blocks: Block[] = [{ kind: 'heading', level: 2, text: t.open.heading }];
    if (all.length === 0) blocks.push({ kind: 'text', line: { text: t.open.none } });
    else blocks.push(openTable(all.slice(0, most), context));
    if (all.length > most)
      blocks.push({
        kind: 'text',
        quiet: true,
        line: { text: t.open.more(all.length - most), to: 'annex-a' },
      });
    return blocks;
  };
}
