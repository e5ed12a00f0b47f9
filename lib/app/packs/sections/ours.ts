import { visibleText } from '../../../domain/privacy/display.ts';
import type { Line } from '../../../export/packs/doc.ts';
import type { Section } from '../context.ts';
import { linesOf } from '../pack-order.ts';

const DUTIES = [
  ['answer', 'unanswered'],
  ['verify', 'unverified'],
] as const;

/** What we undertake ourselves, and what waits for us as things stand. */
export const ours: Section = ({ facts, order, t, refs }) => {
  const own: Line[] = linesOf(order.ours).map((text) => ({ text: visibleText(text) }));
  const duties: Line[] = [];
  const add = (duty: string, words: (count: number) => string) => {
    const count = facts.issues.filter(({ row }) => row.duty === duty).length;
    if (count > 0)
      duties.push({ text: words(count), ref: refs.of(words(count), (_, { row }) => row.duty === duty) });
  };
  add('report', t.ours.unreported);
  for (const [duty, words] of DUTIES) add(duty, t.summary[words]);
  const { openOverdue, openNotDue } = facts.promises.us.counts;
  if (openOverdue + openNotDue > 0)
    duties.push({ text: t.ours.promises(openOverdue + openNotDue), to: 'promises' });
  const items = [...own, ...duties];
  return [
    { kind: 'heading', level: 2, text: t.ours.heading },
    { kind: 'list', items: items.length > 0 ? items : [{ text: t.ours.none }] },
  ];
};
