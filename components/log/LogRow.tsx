import type { Directory } from '../../lib/domain/directory/directory.ts';
import type { LogModel } from './log-model.ts';
import { hashOfRoute } from './log-route.ts';
import type { ListRow } from '../../lib/app/log/log-service.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PageText } from '../ui/PageText.tsx';
import { Highlight } from './Highlight.tsx';
import { PriorityMark } from './PriorityMark.tsx';
import { TurnCell } from './TurnCell.tsx';
import './row.css';

/** The id of a line's element, for aria-activedescendant. */
export const rowElementId = (index: number): string => `log-line-${index}`;

type Props = Readonly<{
  model: LogModel;
  index: number;
  terms: readonly string[];
  directory: Directory | null;
  now: Date;
}>;

/** One line of the log. Draws itself again only when its own rows, tick or place changed. */
export function LogRow({ model, index, terms, directory, now }: Props) {
  const t = useText(log);
  void model.list.revision.value;
  const row = model.list.rowAt(index);
  const active = model.active.value.index === index;
  const open = row !== null && row !== undefined && model.route.route.value.issue === row.id;
  const ticked =
    row !== null && row !== undefined && model.selection.marked.value !== null && model.selection.has(row.id);
  const shared = {
    id: rowElementId(index),
    role: 'row',
    'aria-rowindex': index + 2,
    class: `log-row${active ? ' log-row-active' : ''}${open ? ' log-row-open' : ''}`,
  } as const;
  if (row === null || row === undefined) {
    return (
      <div {...shared} aria-selected="false">
        <span role="gridcell" class="log-cell-note quiet">
          {row === null ? t.unreadable : <span class="log-row-waiting">{t.loadingRow}</span>}
        </span>
      </div>
    );
  }
  return (
    <div
      {...shared}
      aria-selected={ticked}
      onClick={(event) => {
        model.moveTo(index);
        if (event.shiftKey) void model.selectRange(index);
        else if (event.ctrlKey || event.metaKey) model.toggle(index);
        else if (event.target instanceof Element && event.target.closest('label, a') !== null) return;
        else model.open(row.id);
        event.preventDefault();
      }}
    >
      <span role="gridcell" class="log-cell-select">
        <label class="log-tick">
          <input
            type="checkbox"
            tabIndex={-1}
            checked={ticked}
            aria-label={t.selectRow(row.key)}
            onChange={() => model.toggle(index)}
          />
        </label>
      </span>
      <Cells model={model} row={row} terms={terms} directory={directory} now={now} />
    </div>
  );
}

function Cells({ model, row, terms, directory, now }: Omit<Props, 'index'> & Readonly<{ row: ListRow }>) {
  const t = useText(log);
  const format = useFormat();
  const more = row.description.startsWith(row.title)
    ? row.description.slice(row.title.length)
    : row.description;
  return (
    <>
      <span role="gridcell" class="log-cell-key num">
        {row.key}
      </span>
      <span role="gridcell" class="log-cell-when">
        <time datetime={row.lastAt} title={format.full(row.lastAt)}>
          {format.dayTime(row.lastAt, now)}
        </time>
      </span>
      <span role="gridcell" class="log-cell-title">
        {row.needsDetails && (
          <span class="log-needs" title={t.needsDetails}>
            <span class="hidden-text">{t.needsDetails}</span>
          </span>
        )}
        <a class="log-title" tabIndex={-1} href={hashOfRoute({ ...model.route.route.value, issue: row.id })}>
          {row.title === '' || row.title === row.key ? (
            t.noTitle
          ) : (
            <Highlight text={row.title} terms={terms} />
          )}
        </a>
        {row.occurrences > 1 && (
          <span class="log-times num" title={t.timesLong(row.occurrences)}>
            {t.times_(row.occurrences)}
          </span>
        )}
        {more.trim() !== '' && (
          <span class="log-more quiet">
            <Highlight text={more.trim()} terms={terms} />
          </span>
        )}
      </span>
      <span role="gridcell" class="log-cell-turn">
        {!row.trashed && <TurnCell account={model.accounts.of(row.row)} directory={directory} now={now} />}
      </span>
      <span role="gridcell" class="log-cell-host">
        {row.host === '' && row.system === undefined ? (
          <span class="quiet">{t.noHost}</span>
        ) : (
          <PageText text={row.system ?? row.host} />
        )}
      </span>
      <span role="gridcell" class="log-cell-priority">
        <PriorityMark priority={row.priority} />
      </span>
      <span role="gridcell" class="log-cell-evidence">
        {row.httpStatus !== undefined && <span class="log-status num">{t.status(row.httpStatus)}</span>}
        {row.failedRequests > 0 && (
          <span class="num" title={t.failed(row.failedRequests)}>
            {t.failedShort(row.failedRequests)}
          </span>
        )}
      </span>
      <span role="gridcell" class="log-cell-labels">
        {row.labels.map((label) => (
          <span class="log-label" key={label}>
            <PageText text={label} />
          </span>
        ))}
      </span>
      <span role="gridcell" class="log-cell-reported">
        {row.reported > 0 && (
          <span title={t.reportedLong(row.reported)}>
            <Icon name="check" size={14} />
            <span class="hidden-text">{t.reportedLong(row.reported)}</span>
          </span>
        )}
      </span>
    </>
  );
}
