import { REPLY_EVENTS } from '../../lib/app/replies/reply-service.ts';
import type { Reply, ReplyChoice } from '../../lib/app/replies/reply-service.ts';
import type { EventKind } from '../../lib/domain/accountability/timeline.ts';
import { replies } from '../../lib/i18n/replies/replies.ts';
import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Select } from '../ui/Field.tsx';
import { PageText } from '../ui/PageText.tsx';
import { Segmented } from '../ui/Segmented.tsx';

type Props = Readonly<{ reply: Reply; choice: ReplyChoice; onChoice: (choice: ReplyChoice) => void }>;

/** What the mail says, and what of it is for a person to decide. */
export function ReplyForm({ reply, choice, onChoice }: Props) {
  const t = useText(replies);
  const words = useText(timeline);
  const format = useFormat();
  const { from, moment, text, tickets, masked } = reply;
  const events: readonly EventKind[] = REPLY_EVENTS[choice.side];
  return (
    <div class="reply">
      <p>{t.written}</p>
      <dl class="reply-facts">
        <dt>{t.from}</dt>
        <dd>
          <PageText text={from} />
          {reply.side === null && <span class="quiet small"> {t.stranger}</span>}
        </dd>
        <dt>{t.sent}</dt>
        <dd class="num">{format.full(moment.at, moment.zone)}</dd>
        <dt>{t.text}</dt>
        <dd>
          <div class="reply-text" tabIndex={0} role="group" aria-label={t.text}>
            <PageText text={text} />
          </div>
        </dd>
      </dl>
      <Segmented
        legend={t.direction}
        value={choice.side}
        options={[
          { value: 'provider', label: t.side.provider },
          { value: 'us', label: t.side.us },
        ]}
        onValue={(side) => side !== null && onChoice({ ...choice, side, event: REPLY_EVENTS[side][0] })}
      />
      <Select
        label={t.event}
        value={choice.event}
        options={events.map((value) => ({ value, label: words.event[value] }))}
        onValue={(event) => onChoice({ ...choice, event })}
      />
      {tickets.length > 0 && (
        <Select
          label={t.ticket}
          value={choice.ticket ?? ''}
          options={[{ value: '', label: t.noTicket }, ...tickets.map((value) => ({ value, label: value }))]}
          onValue={(ticket) => onChoice({ ...choice, ticket: ticket === '' ? null : ticket })}
        />
      )}
      {masked > 0 && <p class="quiet small">{t.masked(masked)}</p>}
    </div>
  );
}
