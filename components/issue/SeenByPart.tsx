import type { IssueDetail } from '../../lib/app/log/issue-detail.ts';
import type { Directory } from '../../lib/domain/directory/directory.ts';
import { seenBy } from '../../lib/domain/issue/seen-by.ts';
import type { Witness } from '../../lib/domain/issue/seen-by.ts';
import { imports } from '../../lib/i18n/imports/imports.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { useNow } from '../state/use-now.ts';
import { PageText } from '../ui/PageText.tsx';

type Props = Readonly<{ detail: IssueDetail; directory: Directory | null }>;

/** Teams and colleagues that recorded the same problem in logs of their own; nothing where it is in one log only. */
export function SeenByPart({ detail, directory }: Props) {
  const t = useText(imports).seen;
  const format = useFormat();
  const now = useNow();
  const witnesses = seenBy(detail.issue);
  if (new Set(witnesses.map(({ ledger }) => ledger)).size < 2) return null;
  return (
    <section class="issue-part" aria-labelledby="issue-seen">
      <h3 id="issue-seen">{t.heading}</h3>
      <ul class="similar" aria-labelledby="issue-seen">
        {witnesses.map((one) => (
          <li class="similar-text" key={`${one.ledger} ${one.reporterId ?? ''}`}>
            <span>
              <Name of={one} detail={detail} directory={directory} />
            </span>
            <span class="quiet small num">
              {`${t.times(one.times)} · ${t.last(format.dayTime(one.lastAt, now))}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The team where it is known, else the person's name, else the log. */
function Name({ of: { ledger, reporterId }, detail, directory }: Props & Readonly<{ of: Witness }>) {
  const t = useText(imports).seen;
  const line = [...detail.lines.values()].find((one) => one.ledger === ledger);
  const log = line?.own === true ? t.here : t.log(line?.code ?? '');
  const reporter = reporterId === null ? undefined : directory?.reporters.get(reporterId);
  const team = reporter?.teamId === undefined ? undefined : directory?.teams.get(reporter.teamId);
  const name = team?.name ?? reporter?.name ?? '';
  return name === '' ? (
    log
  ) : (
    <>
      <PageText text={name} /> <span class="quiet small">{log}</span>
    </>
  );
}
