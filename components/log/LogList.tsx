import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Virtualizer } from 'virtua';
import type { VirtualizerHandle } from 'virtua';
import { termsOf } from '../../lib/app/log/terms.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { useDirectory } from '../accounts/use-directory.ts';
import { useText } from '../state/locale.tsx';
import { useNow } from '../state/use-now.ts';
import type { LogModel } from './log-model.ts';
import { LogRow, rowElementId } from './LogRow.tsx';
import './list.css';

const HEAD = 32;
const ROW = 37;
const ENDS = ['pointerup', 'pointercancel', 'blur'] as const;

/**
 * The lines as a grid with one tab stop: the focus stays on the grid and `aria-activedescendant` names the line, so that
 * it survives rows scrolling out of the document. Only what is on screen is drawn.
 */
export function LogList({
  model,
  gridRef,
}: Readonly<{ model: LogModel; gridRef: { current: HTMLDivElement | null } }>) {
  const t = useText(log);
  const now = useNow();
  const directory = useDirectory();
  const handle = useRef<VirtualizerHandle>(null);
  const { total, head, filter, phase } = model.list.snapshot.value;
  const length = total ?? head.length;
  const active = model.active.value;
  const terms = useMemo(() => termsOf(filter.text), [filter.text]);
  const lines = useMemo(() => ({ length }), [length]);
  const moved = useRef(false);

  function tellVisible(): void {
    const now_ = handle.current;
    if (now_ === null) return;
    const offset = now_.scrollOffset;
    model.list.show(now_.findItemIndex(offset), now_.findItemIndex(offset + now_.viewportSize));
  }
  useEffect(tellVisible, [length, phase]);
  useEffect(() => {
    // After the click that ends the press; a press that becomes a drag is cancelled.
    const release = (): void => void setTimeout(() => model.list.hold(false));
    for (const end of ENDS) addEventListener(end, release);
    return () => {
      for (const end of ENDS) removeEventListener(end, release);
    };
  }, [model.list]);
  useEffect(() => {
    if (gridRef.current) gridRef.current.scrollTop = 0;
  }, [filter]);
  useLayoutEffect(() => {
    // Not on the first draw: an opened list starts at its top.
    if (!moved.current) {
      moved.current = true;
      return;
    }
    const element = document.getElementById(rowElementId(active.index));
    if (element !== null) element.scrollIntoView({ block: 'nearest' });
    else handle.current?.scrollToIndex(active.index, { align: 'center' });
  }, [active.index]);

  return (
    <div
      ref={gridRef}
      class="log-grid"
      role="grid"
      tabIndex={0}
      aria-label={t.listLabel}
      aria-describedby="log-list-help"
      aria-multiselectable="true"
      aria-rowcount={total === null ? -1 : total + 1}
      aria-busy={phase !== 'ready'}
      aria-activedescendant={length > 0 ? rowElementId(active.index) : undefined}
      onPointerDown={() => model.list.hold(true)}
    >
      <div class="log-row log-head" role="row" aria-rowindex={1}>
        <span role="columnheader">
          <span class="hidden-text">{t.columns.select}</span>
        </span>
        <span role="columnheader">{t.columns.key}</span>
        <span role="columnheader">{t.columns.when}</span>
        <span role="columnheader" class="log-head-title">
          {t.columns.title}
        </span>
        <span role="columnheader" class="log-cell-turn">
          {t.columns.turn}
        </span>
        <span role="columnheader" class="log-cell-host">
          {t.columns.host}
        </span>
        <span role="columnheader" class="log-cell-priority">
          {t.columns.priority}
        </span>
        <span role="columnheader" class="log-cell-evidence">
          {t.columns.evidence}
        </span>
        <span role="columnheader" class="log-cell-labels">
          {t.columns.labels}
        </span>
        <span role="columnheader" class="log-cell-reported">
          <span class="hidden-text">{t.columns.reported}</span>
        </span>
      </div>
      <Virtualizer
        ref={handle}
        data={lines}
        itemSize={ROW}
        startMargin={HEAD}
        keepMounted={length > 0 ? [Math.min(active.index, length - 1)] : []}
        onScroll={tellVisible}
        onResize={tellVisible}
      >
        {(_line, index) => (
          <LogRow key={index} model={model} index={index} terms={terms} directory={directory} now={now} />
        )}
      </Virtualizer>
    </div>
  );
}
