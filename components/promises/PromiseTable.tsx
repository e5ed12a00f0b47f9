import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListRow } from '../../lib/app/log/log-service.ts';
import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import { thingOf, type Directory } from '../../lib/domain/directory/directory.ts';
import type { IssueId } from '../../lib/domain/ledger/primitives.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { BallGlyph } from '../accounts/BallGlyph.tsx';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { PageText } from '../ui/PageText.tsx';
import type { PromiseActions } from './PromiseLine.tsx';
import { PromiseMenu } from './PromiseMenu.tsx';
import { PromiseState } from './PromiseState.tsx';

type Props = Readonly<{ rows: readonly PromiseRow[]; directory: Directory | null; actions: PromiseActions }>;

const FIRST = 50;
const STEP = 200;

/** The promises of a view, each with the date first given. */
export function PromiseTable({ rows, directory, actions }: Props) {
  const t = useText(words);
  const [length, setLength] = useState(FIRST);
  const shown = rows.slice(0, length);
  const issues = useIssues(shown);
  const left = rows.length - length;
  const place = useFocusKept(shown);
  const { columns } = t;
  if (rows.length === 0) {
    return (
      <div ref={place} class="promise-place" tabIndex={-1}>
        <p class="quiet">{t.emptyView}</p>
      </div>
    );
  }
  return (
    <>
      <div ref={place} class="table-scroll" tabIndex={0} role="group" aria-label={t.title}>
        <table class="plain-table promise-table">
          <caption class="hidden-text">{t.count(rows.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.due}</th>
              <th scope="col">{columns.who}</th>
              <th scope="col">{columns.what}</th>
              <th scope="col">{columns.issue}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col" class="promise-cell-menu">
                <span class="hidden-text">{columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((promise) => (
              <Row
                key={promise.promiseId}
                promise={promise}
                issue={promise.issueId === null ? null : (issues.get(promise.issueId) ?? null)}
                directory={directory}
                actions={actions}
              />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <div>
          <Button onClick={() => setLength(length + STEP)}>{t.more(Math.min(STEP, left), left)}</Button>
        </div>
      )}
    </>
  );
}

function Row({
  promise,
  issue,
  directory,
  actions,
}: Readonly<{ promise: PromiseRow; issue: ListRow | null }> & Omit<Props, 'rows'>) {
  const t = useText(words);
  const format = useFormat();
  const provider = directory === null ? null : thingOf(directory, 'provider', promise.providerId);
  const name = provider === null ? t.owner.provider : visibleText(provider.name);
  return (
    <tr>
      <td class="num promise-first" title={format.full(promise.dueOriginal)}>
        <span class="promise-label quiet">{t.columns.due}: </span>
        {format.weekdayTime(promise.dueOriginal)}
      </td>
      <td>
        <span class="promise-owner">
          <BallGlyph turn={promise.owner} />
          <span>
            {promise.owner === 'us' ? t.owner.us : <bdi>{name}</bdi>}
            {promise.owner === 'us' && provider !== null && (
              <span class="quiet small">
                {' '}
                (<bdi>{name}</bdi>)
              </span>
            )}
          </span>
        </span>
      </td>
      <td>
        <PageText text={promise.deliverable} />
        {promise.acceptance !== null && (
          <div class="quiet small">
            <PageText text={t.accepted(promise.acceptance)} />
          </div>
        )}
      </td>
      <td>
        {issue !== null && (
          <a href={`#/log/${issue.id}`} title={t.toIssue}>
            <span class="num">{issue.key}</span> <PageText text={issue.title} />
          </a>
        )}
      </td>
      <td>
        <PromiseState promise={promise} />
      </td>
      <td class="promise-cell-menu">
        <PromiseMenu promise={promise} actions={actions} />
      </td>
    </tr>
  );
}

/** Where the line that had the keyboard has left the view, the list has it: the next Tab goes on from here. */
function useFocusKept(rows: readonly PromiseRow[]): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const within = useRef(false);
  useEffect(() => {
    const seen = ({ target }: FocusEvent): void => {
      within.current = target instanceof Node && place.current?.contains(target) === true;
    };
    addEventListener('focusin', seen);
    return () => removeEventListener('focusin', seen);
  }, []);
  useLayoutEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (within.current && lost) place.current?.focus({ preventScroll: true });
  }, [rows]);
  return place;
}

/** The issues that the shown promises are about. */
function useIssues(rows: readonly PromiseRow[]): ReadonlyMap<IssueId, ListRow> {
  const { log } = useApp().services;
  const [issues, setIssues] = useState<ReadonlyMap<IssueId, ListRow>>(new Map());
  const ids = [...new Set(rows.flatMap(({ issueId }) => (issueId === null ? [] : [issueId])))];
  const wanted = ids.join(' ');
  useEffect(() => {
    let open = true;
    log.rowsOf(ids).then(
      (found) =>
        open && setIssues(new Map(found.flatMap((row) => (row === null ? [] : [[row.id, row] as const])))),
      () => undefined, // Without their titles the promises are complete.
    );
    return () => {
      open = false;
    };
  }, [log, wanted]);
  return issues;
}
