import { useState } from 'preact/hooks';
import { channel as channelSchema } from '../../lib/domain/issue/bodies.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { common } from '../../lib/i18n/common/common.ts';
import type { CommonWords } from '../../lib/i18n/common/common.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import type { Actions } from '../log/use-actions.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { PageText } from '../ui/PageText.tsx';
import { Time } from '../ui/Time.tsx';
import { ReportDialog } from './ReportDialog.tsx';

/** When and how it was reported, and under which ticket number. */
export function ReportsPart({ issue, actions }: Readonly<{ issue: Issue; actions: Actions }>) {
  const t = useText(words).reports;
  const c = useText(common);
  const [open, setOpen] = useState(false);
  return (
    <section class="issue-part" aria-labelledby="issue-reports">
      <h3 id="issue-reports">{t.heading}</h3>
      {issue.reported.length === 0 && <p class="quiet">{t.none}</p>}
      {issue.reported.length > 0 && (
        <ul class="issue-reports">
          {issue.reported.map((report, index) => (
            <li key={index}>
              <Time at={report.at} /> · {channelWord(report.channel, c)}
              {report.ticket !== null && (
                <div class="issue-ticket">
                  <PageText text={t.ticket(report.ticket)} />
                </div>
              )}
              {report.text !== '' && (
                <div class="quiet issue-prose">
                  <PageText text={report.text} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <Button onClick={() => setOpen(true)}>{t.action}</Button>
      <ReportDialog issue={issue} open={open} actions={actions} onClose={() => setOpen(false)} />
    </section>
  );
}

function channelWord(channel: string | null, c: CommonWords): string {
  const known = channelSchema.safeParse(channel);
  return known.success ? c.channel[known.data] : c.channel.other;
}
