import { useEffect, useState } from 'preact/hooks';
import type { IssueDetail } from '../../lib/app/log/issue-detail.ts';
import type { Similar } from '../../lib/app/log/similar.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { again } from '../../lib/i18n/again/again.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { imports } from '../../lib/i18n/imports/imports.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { hashOfRoute } from '../log/log-route.ts';
import { join } from '../log/joining.ts';
import type { LogModel } from '../log/log-model.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { useNow } from '../state/use-now.ts';
import { Button } from '../ui/Button.tsx';
import { PageText } from '../ui/PageText.tsx';

type Props = Readonly<{
  detail: IssueDetail;
  model: LogModel;
  actions: Actions;
}>;

/**
 * Other issues that may be the same problem. Ours keeps its number, so that what is written from now on stays here
 * whatever becomes of somebody else's log; else the one that happened more often does.
 */
export function SimilarPart({ detail, model, actions }: Props) {
  const { issue } = detail;
  const t = useText(again).similar;
  const logWords = useText(log);
  const { services } = useApp();
  const similar = useSimilar(issue);
  if (similar.length === 0 || issue.trashed) return null;
  return (
    <section class="issue-part" aria-labelledby="issue-similar">
      <h3 id="issue-similar">{t.heading}</h3>
      <ul class="similar">
        {similar.map((one) => (
          <li class="similar-row" key={one.issueId}>
            <Line one={one} model={model} />
            <Button
              size="s"
              aria-label={t.joinLong(one.key)}
              onClick={() => {
                const [stays, goes] = otherStays(detail, one)
                  ? [{ id: one.issueId, key: one.key }, issue.id]
                  : [issue, one.issueId];
                void join({ log: services.log, model, actions, t: logWords }, stays, [goes]);
              }}
            >
              {t.join}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function otherStays({ issue: { occurrences }, head }: IssueDetail, other: Similar): boolean {
  const ours = occurrences.some(({ ledger }) => ledger === head.ledger);
  return ours === other.ours ? other.occurrences >= occurrences.length : other.ours;
}

/** `K7` of `K7-0042`: the log that gave the number. */
const codeOf = (key: string): string => key.split('-')[0] ?? '';

function Line({ one, model }: Readonly<{ one: Similar; model: LogModel }>) {
  const more = useText(imports).seen;
  const t = useText(again).similar;
  const c = useText(common);
  const format = useFormat();
  const now = useNow();
  const facts = [
    c.sameWhy[one.why],
    t.times(one.occurrences),
    t.last(format.dayTime(one.lastAt, now)),
    ...(one.ours ? [] : [more.other(codeOf(one.key))]),
  ];
  return (
    <div class="similar-text">
      <a href={hashOfRoute({ ...model.route.route.value, issue: one.issueId })}>
        <span class="num">{one.key}</span> <PageText text={one.title} />
      </a>
      <span class="quiet small num">{facts.join(' · ')}</span>
    </div>
  );
}

/** What happened more often than this is what others are joined to: it is offered at those. */
const WELL_KNOWN = 20;

/** Looked up when the issue is opened and when it was changed; without it the page is complete. */
function useSimilar(issue: Issue): readonly Similar[] {
  const { services } = useApp();
  const [similar, setSimilar] = useState<readonly Similar[]>([]);
  useEffect(() => {
    let open = true;
    if (issue.occurrences.length > WELL_KNOWN) return setSimilar([]);
    services.log.similar(issue.id).then(
      (found) => open && setSimilar(found),
      () => open && setSimilar([]),
    );
    return () => {
      open = false;
    };
  }, [issue.id, issue.changedAt]);
  return similar;
}
