import type { Issue } from '../../lib/domain/issue/issue.ts';
import { ticketsIn } from '../../lib/domain/issue/timeline-of.ts';
import { channel as channelSchema } from '../../lib/domain/issue/bodies.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import type { LogModel } from '../log/log-model.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { useNow } from '../state/use-now.ts';
import { Button } from '../ui/Button.tsx';
import { PageText } from '../ui/PageText.tsx';

/** Under which numbers the provider knows it, and when it was reported. */
export function TicketsPart({ issue, model }: Readonly<{ issue: Issue; model: LogModel }>) {
  const t = useText(timeline).tickets;
  const c = useText(common);
  const format = useFormat();
  const now = useNow();
  const tickets = ticketsIn(issue.timeline);
  const channelWord = (channel: string | null): string => {
    const known = channelSchema.safeParse(channel);
    return known.success ? c.channel[known.data] : '';
  };
  return (
    <section class="issue-part" aria-labelledby="issue-tickets">
      <h3 id="issue-tickets">{t.heading}</h3>
      {tickets.length === 0 && <p class="quiet">{t.none}</p>}
      {tickets.length > 0 && (
        <ul class="issue-reports">
          {tickets.map((ticket) => (
            <li key={ticket} class="issue-ticket">
              <PageText text={ticket} />
            </li>
          ))}
        </ul>
      )}
      {issue.reported.length === 0 ? (
        <p class="quiet">{t.notReported}</p>
      ) : (
        <ul class="issue-reports quiet small">
          {issue.reported.map((report, index) => (
            <li key={index}>{t.reported(format.when(report.at, now), channelWord(report.channel))}</li>
          ))}
        </ul>
      )}
      {!issue.trashed && (
        <Button
          onClick={() => {
            model.wish.value = { issueId: issue.id, what: 'entry', event: 'reported' };
          }}
        >
          {t.action}
        </Button>
      )}
    </section>
  );
}
