import type { Priority } from '../../../domain/issue/priority.ts';
import type { Status } from '../../../domain/accountability/status.ts';
import type { TargetFormat } from '../format.ts';
import { plainComment, plainText } from '../target/plain.ts';
import { ticketOf } from '../target/ticket.ts';
import type { Ticket } from '../target/ticket.ts';

const PRIORITY: Readonly<Record<Priority, string>> = {
  1: 'Critical',
  2: 'High',
  3: 'Medium',
  4: 'Low',
  5: 'Low',
};
const SEVERITY = ['Critical', 'Major', 'Minor'] as const;

const STATUS: Readonly<Record<Status, string>> = {
  captured: 'acknowledged',
  reported: 'acknowledged',
  acknowledged: 'acknowledged',
  with_provider: 'inProgress',
  waiting_on_us: 'pending',
  third_party: 'pending',
  on_hold: 'held',
  agreed_wait: 'pending',
  resolved: 'resolved',
  verified: 'closed',
  withdrawn: 'cancelled',
};

/** The body of `POST /troubleTicket` (schema `TroubleTicket_FVO` of version 5). */
function body(ticket: Ticket) {
  const { id, key, title, impact, priority, resolvedAt, status } = ticket;
  return {
    '@type': 'TroubleTicket',
    name: title,
    description: plainText(ticket.blocks),
    severity: impact === null ? 'Minor' : (SEVERITY[impact - 1] ?? 'Minor'),
    ...(priority === null ? {} : { priority: PRIORITY[priority] }),
    ticketType: 'incident',
    status: STATUS[status],
    ...(resolvedAt === null ? {} : { resolutionDate: resolvedAt }),
    externalIdentifier: [
      { '@type': 'ExternalIdentifier', owner: 'Casebook', externalIdentifierType: 'issue', id },
      { '@type': 'ExternalIdentifier', owner: 'Casebook', externalIdentifierType: 'key', id: key },
    ],
    note: ticket.comments.map((one, index) => ({
      '@type': 'Note',
      id: `${key}-${index + 1}`,
      author: one.side,
      date: one.at,
      text: plainComment(one),
    })),
    attachment: ticket.attachments.map(({ path, kind, mime, bytes, caption }) => ({
      '@type': 'Attachment',
      name: path,
      ...(caption === '' ? {} : { description: caption }),
      attachmentType: kind,
      mimeType: mime,
      size: { amount: bytes, units: 'byte' },
    })),
  };
}

/** One trouble ticket on each line. */
export const tmf621: TargetFormat = {
  id: 'tmf621',
  open({ head, words, file }) {
    const out = file('tmf621-trouble-tickets.jsonl');
    return {
      issue(issue) {
        out.write(`${JSON.stringify(body(ticketOf(issue, words, head.exportedAt)))}\n`);
      },
      end: out.end,
    };
  },
};
