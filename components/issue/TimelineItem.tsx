import { useState } from 'preact/hooks';
import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import { thingOf, type Directory } from '../../lib/domain/directory/directory.ts';
import type { IssueDetail } from '../../lib/app/log/issue-detail.ts';
import { bodyOf, type TimelineLine } from '../../lib/domain/issue/timeline-of.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import { BallGlyph } from '../accounts/BallGlyph.tsx';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { PageText } from '../ui/PageText.tsx';
import { Time } from '../ui/Time.tsx';
import type { ChronologyItem } from './chronology.ts';
import { lineAgain } from './entry-draft.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { EarlierLines } from './EarlierLines.tsx';
import { eventWords } from './event-words.ts';
import { doerOf } from './likely-events.ts';
import { PromiseItem } from './PromiseItem.tsx';

type Props = Readonly<{
  item: ChronologyItem;
  detail: IssueDetail;
  directory: Directory | null;
  account: IssueAccount | null;
  actions: Actions;
  now: Date;
}>;

export function TimelineItem(props: Props) {
  const { item, now } = props;
  const t = useText(timeline).line;
  const format = useFormat();
  switch (item.kind) {
    case 'line':
      return <Line {...props} line={item.line} />;
    case 'promise':
      return <PromiseItem promise={item.promise} did={item.did} at={item.at} now={now} />;
    case 'occurrences':
      return (
        <li class="timeline-item timeline-occurred">
          <Icon name="warning" size={14} />
          <div class="timeline-text">
            <span class="timeline-what">
              {item.count > 1
                ? t.occurredMany(item.count, format.date(item.from), format.date(item.to))
                : item.first
                  ? t.occurred
                  : t.occurredAgain}
            </span>
            <span class="timeline-meta quiet small">
              <Time at={item.at} />
            </span>
          </div>
        </li>
      );
  }
}

function Line({ line, detail, directory, account, actions }: Props & Readonly<{ line: TimelineLine }>) {
  const t = useText(timeline);
  const { services } = useApp();
  const [correcting, setCorrecting] = useState(false);
  const { holds, history } = line;
  const said = holds ?? history.map(bodyOf).findLast((body) => body !== null);
  if (said === undefined || said === null) return null;
  const { issue } = detail;
  const words = eventWords(said, t);
  const again = holds === null ? lineAgain(line) : null;
  const items =
    holds === null
      ? again === null
        ? []
        : [
            {
              id: 'back',
              label: t.line.bringBack,
              onSelect: () =>
                void actions.edited(services.timeline.correct(issue.id, line.place, again), t.broughtBack),
            },
          ]
      : [
          { id: 'correct', label: t.line.correct, onSelect: () => setCorrecting(true) },
          {
            id: 'strike',
            label: t.line.strike,
            onSelect: () =>
              void actions.edited(services.timeline.correct(issue.id, line.place, null), t.struckOut),
          },
        ];
  const doer = doerOf(said.event, said.byWhom);
  return (
    <li class={holds === null ? 'timeline-item timeline-struck' : 'timeline-item'}>
      <BallGlyph turn={doer === 'other' ? 'third' : doer} />
      <div class="timeline-text">
        <span class="timeline-what">
          {words}
          {said.visibility === 'internal' && <span class="timeline-flag small">{t.line.internal}</span>}
          {holds === null && <span class="timeline-flag small">{t.line.struck}</span>}
        </span>
        {said.text !== undefined && (
          <div class="timeline-said issue-prose">
            <PageText text={said.text} />
          </div>
        )}
        <Meta line={line} detail={detail} directory={directory} />
        {history.length > 1 && <EarlierLines line={line} />}
      </div>
      {items.length > 0 && !issue.trashed && (
        <span class="timeline-menu">
          <Menu label={t.line.actions(words)} trigger={<Icon name="more" />} items={items} size="s" />
        </span>
      )}
      {correcting && (
        <EntryDialog
          detail={detail}
          account={account}
          directory={directory}
          actions={actions}
          correcting={line}
          onClose={() => setCorrecting(false)}
        />
      )}
    </li>
  );
}

/** A line was written down noticeably later than it happened. */
const LATER_MS = 60_000;

/** When, how, whom, under which number, what shows it, and how sure it is. */
function Meta({
  line,
  detail,
  directory,
}: Pick<Props, 'detail' | 'directory'> & Readonly<{ line: TimelineLine }>) {
  const t = useText(timeline).line;
  const words = useText(timeline);
  const c = useText(common);
  const format = useFormat();
  const { services } = useApp();
  const now = services.log.now();
  const { said, history, holds } = line;
  const body = holds ?? history.map(bodyOf).findLast((one) => one !== null);
  const first = history[0] ?? said;
  const around = said.plusMinusMin ?? 0;
  const later = Date.parse(first.recordedAt) - Date.parse(said.at) > LATER_MS;
  const contact = directory === null ? null : thingOf(directory, 'contact', body?.contactId);
  const facts = detail.lines.get(first.id);
  const when = format.when(said.at, now, said.zone);
  return (
    <div class="timeline-meta quiet small">
      <time datetime={said.at} title={format.full(said.at, said.zone)}>
        {around === 0
          ? format.dayTime(said.at, now, said.zone)
          : t.about(when, around % 60 === 0 ? words.entry.hours(around / 60) : words.entry.minutes(around))}
      </time>
      {body?.until !== undefined && <span>{words.said.until(format.when(body.until, now))}</span>}
      {body?.event === 'reported' && body.to !== undefined && (
        <span>{words.said.firstPriority(`P${body.to}`)}</span>
      )}
      {body?.channel !== undefined && <span>{c.channel[body.channel]}</span>}
      {contact !== null && <span>{visibleText(contact.name === '' ? contact.role : contact.name)}</span>}
      {body?.ticket !== undefined && (
        <span class="timeline-ticket">
          <PageText text={t.ticket(body.ticket)} />
        </span>
      )}
      {body?.evidence !== undefined && body.evidence.length > 0 && (
        <span>{t.evidence(body.evidence.length)}</span>
      )}
      {said.certainty === 'recalled' && <span>{t.recalled}</span>}
      {said.certainty === 'documented' && <span>{t.documented}</span>}
      {later && (
        <span title={format.full(first.recordedAt)}>{t.later(format.when(first.recordedAt, now))}</span>
      )}
      {facts !== undefined && !facts.own && <span>{t.otherLog(facts.code)}</span>}
    </div>
  );
}
