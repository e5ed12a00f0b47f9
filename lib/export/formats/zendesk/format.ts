import type { Priority } from '../../../domain/issue/priority.ts';
import type { Status } from '../../../domain/accountability/status.ts';
import type { OpenFile, TargetFormat } from '../format.ts';
import { plainComment, plainText } from '../target/plain.ts';
import { fitted, fittedTitle, ticketOf } from '../target/ticket.ts';
import type { Ticket } from '../target/ticket.ts';

/** `create_many` takes no more at once. */
const TICKETS_PER_FILE = 100;
const SUBJECT = 150;
const COMMENT = 60_000;

const PRIORITY: Readonly<Record<Priority, string>> = {
  1: 'urgent',
  2: 'high',
  3: 'normal',
  4: 'low',
  5: 'low',
};

/** Never `closed`: nobody could add to such a ticket. */
const STATUS: Readonly<Record<Status, string>> = {
  captured: 'new',
  reported: 'new',
  acknowledged: 'open',
  with_provider: 'open',
  waiting_on_us: 'pending',
  third_party: 'hold',
  on_hold: 'hold',
  agreed_wait: 'hold',
  resolved: 'solved',
  verified: 'solved',
  withdrawn: 'solved',
};

/** Tags hold no blanks and are lower case. */
const tag = (text: string): string => text.toLowerCase().replaceAll(/[\s,]+/gu, '_');

/** Zendesk refuses times in the future. */
const past = (instant: string, now: string): string => (instant < now ? instant : now);

function body(ticket: Ticket, now: string, note: string) {
  const { id, key, title, firstAt, changedAt, resolvedAt, status, priority, labels } = ticket;
  const first = { created_at: past(firstAt, now), value: fitted(plainText(ticket.blocks), COMMENT, note) };
  const later = ticket.comments.map((one) => ({
    created_at: past(one.at, now),
    value: fitted(plainComment(one), COMMENT, note),
  }));
  return {
    external_id: id,
    subject: fittedTitle(title, SUBJECT),
    type: 'incident',
    status: STATUS[status],
    ...(priority === null ? {} : { priority: PRIORITY[priority] }),
    tags: ['casebook', tag(key), ...labels.map(tag)],
    created_at: past(firstAt, now),
    updated_at: past(changedAt, now),
    ...(resolvedAt === null ? {} : { solved_at: past(resolvedAt, now) }),
    comments: [first, ...later].map((comment) => ({ ...comment, public: true })),
  };
}

/** Bodies for the ticket import, a hundred tickets each. */
export const zendesk: TargetFormat = {
  id: 'zendesk',
  open({ head, words, file }) {
    let open: OpenFile | null = null;
    let count = 0;

    function close(): void {
      open?.write('\n]}\n');
      open?.end();
      open = null;
    }

    return {
      issue(issue) {
        if (count % TICKETS_PER_FILE === 0) {
          close();
          open = file(`zendesk-tickets-${String(count / TICKETS_PER_FILE + 1).padStart(3, '0')}.json`);
          open.write('{"tickets":[\n');
        } else {
          open?.write(',\n');
        }
        count += 1;
        const ticket = ticketOf(issue, words, head.exportedAt);
        open?.write(JSON.stringify(body(ticket, head.exportedAt, words.cutForTool)));
      },
      end: close,
    };
  },
};
