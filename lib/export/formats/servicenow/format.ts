import type { Status } from '../../../domain/accountability/status.ts';
import { createRowWriter } from '../csv/rows.ts';
import type { TargetFormat } from '../format.ts';
import { importCell, plainText, plainTimeline } from '../target/plain.ts';
import { fitted, fittedTitle, ticketOf } from '../target/ticket.ts';
import type { Ticket } from '../target/ticket.ts';

/** Fields of the table `incident`; the last one is for people, it is no field. */
export const SERVICENOW_COLUMNS = [
  'correlation_id',
  'correlation_display',
  'short_description',
  'description',
  'impact',
  'urgency',
  'state',
  'opened_at',
  'resolved_at',
  'comments',
  'pictures_and_files',
] as const;

const SHORT = 160;
/** What the field holds in a ServiceNow as delivered. */
const LONG = 4000;
const JOURNAL = 32_000;

const STATE: Readonly<Record<Status, number>> = {
  captured: 1,
  reported: 1,
  acknowledged: 2,
  with_provider: 2,
  waiting_on_us: 3,
  third_party: 3,
  on_hold: 3,
  agreed_wait: 3,
  resolved: 6,
  verified: 7,
  withdrawn: 8,
};

/** `2026-11-23 14:02:05`, UTC, as an import set reads it. */
const dateOf = (instant: string): string => new Date(instant).toISOString().slice(0, 19).replace('T', ' ');

function cells(ticket: Ticket, note: string): Record<(typeof SERVICENOW_COLUMNS)[number], string | number> {
  return {
    correlation_id: ticket.id,
    correlation_display: `Casebook ${ticket.key}`,
    short_description: fittedTitle(importCell(ticket.title), SHORT),
    description: fitted(importCell(plainText(ticket.blocks)), LONG, note),
    impact: ticket.impact ?? '',
    urgency: ticket.urgency ?? '',
    state: STATE[ticket.status],
    opened_at: dateOf(ticket.firstAt),
    resolved_at: ticket.resolvedAt === null ? '' : dateOf(ticket.resolvedAt),
    comments: fitted(importCell(plainTimeline(ticket)), JOURNAL, note),
    pictures_and_files: ticket.attachments.map(({ path }) => path).join('\n'),
  };
}

/** A table for an import set. Priority is left out: ServiceNow derives it from impact and urgency. */
export const servicenow: TargetFormat = {
  id: 'servicenow',
  async open({ head, words, file }) {
    const { default: papa } = await import('papaparse');
    const table = createRowWriter(papa, ',', file('servicenow-incidents.csv').write);
    table.add(SERVICENOW_COLUMNS);
    return {
      issue(issue) {
        const row = cells(ticketOf(issue, words, head.exportedAt), words.cutForTool);
        table.add(SERVICENOW_COLUMNS.map((column) => row[column]));
      },
      end: table.flush,
    };
  },
};
