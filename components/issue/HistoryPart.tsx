import { useMemo, useState } from 'preact/hooks';
import type { IssueDetail } from '../../lib/app/log/issue-detail.ts';
import { again } from '../../lib/i18n/again/again.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import type { IssueWords } from '../../lib/i18n/issue/issue.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { useNow } from '../state/use-now.ts';
import { Button } from '../ui/Button.tsx';
import { PageText } from '../ui/PageText.tsx';
import { Time } from '../ui/Time.tsx';
import { historyOf } from './history.ts';
import type { HistoryItem } from './history.ts';
import './history.css';

/** What happened a thousand times has thousands of lines. */
const FIRST = 50;
const STEP = 200;

/** Every line of the ledger about this issue, newest first. */
export function HistoryPart({ detail }: Readonly<{ detail: IssueDetail }>) {
  const t = useText(words);
  const c = useText(common);
  const { more } = useText(again);
  const [length, setLength] = useState(FIRST);
  const items = useMemo(() => historyOf(detail.issue, t, c), [detail.issue, t, c]);
  const left = items.length - length;
  return (
    <section class="issue-part" aria-labelledby="issue-history">
      <h3 id="issue-history">{t.history.heading}</h3>
      <p class="quiet small">{t.history.intro}</p>
      <ol class="history" reversed start={items.length}>
        {items.slice(0, length).map((item) => (
          <Line key={item.entry.id} item={item} detail={detail} t={t} />
        ))}
      </ol>
      {left > 0 && (
        <Button size="s" onClick={() => setLength(length + STEP)}>
          {more(Math.min(STEP, left), left)}
        </Button>
      )}
      {detail.issue.erasedCount > 0 && (
        <p class="quiet small">{t.history.erased(detail.issue.erasedCount)}</p>
      )}
    </section>
  );
}

/** A line was written down noticeably later than it happened. */
const LATER_MS = 60_000;

function Line({ item, detail, t }: Readonly<{ item: HistoryItem; detail: IssueDetail; t: IssueWords }>) {
  const format = useFormat();
  const now = useNow();
  const { entry } = item;
  const line = detail.lines.get(entry.id);
  const who = { us: t.history.byUs, provider: t.history.byProvider, 'third-party': t.history.byThird }[
    entry.by.side
  ];
  const later = new Date(entry.recordedAt).getTime() - new Date(entry.at).getTime() > LATER_MS;
  const certainty = t.history.certainty[entry.certainty];
  return (
    <li class={item.superseded ? 'history-line history-superseded' : 'history-line'}>
      <div class="history-what">
        <span class="history-title">{item.title}</span>
        {item.superseded && <span class="history-flag small">{t.history.superseded}</span>}
      </div>
      {item.detail !== '' && (
        <div class="history-detail issue-prose">
          <PageText text={item.detail} />
        </div>
      )}
      <div class="history-meta quiet small">
        <Time at={entry.at} zone={entry.zone} />
        <span>{line !== undefined && !line.own ? t.history.otherLog(line.code) : who}</span>
        {certainty !== '' && <span>{certainty}</span>}
        {later && (
          <time datetime={entry.recordedAt} title={format.full(entry.recordedAt)}>
            {t.history.recordedLater(format.dayTime(entry.recordedAt, now))}
          </time>
        )}
        <span class="num">{t.history.number(entry.n)}</span>
        {line !== undefined && (
          <code title={`${t.history.checksum} ${line.sha256}`}>{line.sha256.slice(0, 8)}</code>
        )}
      </div>
    </li>
  );
}
