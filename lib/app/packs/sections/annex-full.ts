import type { Block } from '../../../export/packs/doc.ts';
import type { Section } from '../context.ts';
import { availability } from './availability.ts';
import { more } from './more.ts';
import { scorecardsInFull } from './scorecards.ts';
import { teams } from './teams.ts';

const lower = (block: Block): Block => (block.kind === 'heading' ? { ...block, level: 3 } : block);

/** What the pages of a review say in short: how points are made, every month, every figure, every team. */
export const annexFull: Section = (context) => [
  { kind: 'heading', level: 2, text: context.t.annex.full, id: 'annex-g' },
  ...[scorecardsInFull, availability, more, teams].flatMap((section) => section(context)).map(lower),
];
