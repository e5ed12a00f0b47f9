import type { Chip } from '../../../domain/evidence/page-evidence.ts';
import type { ClockFigures } from '../../../domain/accountability/issue-figures.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import { instantOf, msOf, type Ms } from '../../../domain/time/instant.ts';
import type { SharedEvent, SharedIssue } from '../../../export/model/shared-issue.ts';
import type { ReportWords } from '../../../export/model/words.ts';
import type { Line } from '../../../export/packs/doc.ts';
import type { Described, PackContext } from '../context.ts';

/** `K7-0042` with its title, leading to the annex. */
export const issueLine = ({ shared, anchor }: Described): Line => ({
  text: shared.key,
  to: anchor,
  under: visibleText(shared.title),
});

export const ticketsOf = ({ shared }: Described): string => shared.tickets.map(visibleText).join(', ');

export const priorityOf = ({ row }: Described): string => (row.priority === null ? '–' : `P${row.priority}`);

export function verdictOf(clock: ClockFigures | null, { t }: Pick<PackContext, 't'>): string {
  return clock?.verdict == null ? '–' : t.annex.verdict[clock.verdict];
}

/** Who said something last, by role, and when. Internal notes are not in it. */
export function lastWord({ shared }: Described, context: PackContext): Line {
  const words = shared.events.filter(({ event }) => event !== 'priority_changed');
  const last = words.toSorted((x, y) => (x.at < y.at ? -1 : 1)).at(-1);
  if (last === undefined) return { text: '–' };
  return { text: sideName(last.side, context), under: context.date(msOf(last.at)) };
}

export function waitingOn({ row }: Described, { a, name, date }: PackContext): Line {
  const words = {
    us: a.turnShort.us,
    provider: name,
    third: a.turnShort.third(name),
    nobody: a.turnShort.nobody,
    closed: a.turnShort.closed,
  };
  return {
    text: row.duty === null ? words[row.turn] : a.turnShort[row.duty],
    under: row.since === null ? undefined : a.since(date(row.since)),
  };
}

export function dueOf({ row }: Described, { a, t, time }: PackContext): Line {
  const { due } = row;
  if (due === null) return { text: '–' };
  return { text: due.overdue ? t.open.late(time(due.at)) : time(due.at), under: a.clock[due.clock] };
}

export function firstSeen({ row, shared }: Described, { date, format }: PackContext): Line {
  const at = row.firstAt ?? msOf(shared.firstAt);
  return { text: date(at), under: format.time(instantOf(at)) };
}

/** Persons appear by their side only. */
export function sideName(side: SharedEvent['side'], { r, t, name }: PackContext): string {
  return { us: t.us, provider: name, 'third-party': r.side['third-party'] }[side];
}

/** `2026-11-03 14:02`, as claims are asked for. */
export const utc = (at: Ms): string => instantOf(at).slice(0, 16).replace('T', ' ');

/** `told the provider · phone · INC-7`, with what was written about it. */
export const eventLine = ({ event, channel, ticket, text }: SharedEvent, r: ReportWords): Line => ({
  text: [r.event[event], channel === null ? '' : r.channel[channel], ticket ?? '']
    .filter((part) => part !== '')
    .map(visibleText)
    .join(' · '),
  under: visibleText(text),
});

/** What was found on the page at any of its times, each once. */
export function findingsOf({ occurrences }: SharedIssue): Chip[] {
  const all = occurrences.flatMap(({ findings }) => findings ?? []);
  return [...new Map(all.map((chip) => [`${chip.kind} ${chip.value}`, chip])).values()];
}
