import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { EventKind } from '../../lib/domain/accountability/timeline.ts';
import { commandOf, eventOf, placeOf } from './keymap.ts';
import type { Command } from './keymap.ts';
import type { LogModel } from './log-model.ts';
import type { Actions } from './use-actions.ts';

type Parts = Readonly<{
  model: LogModel;
  actions: Actions;
  grid: RefObject<HTMLDivElement | null>;
  search: RefObject<HTMLInputElement | null>;
  onMap: () => void;
  onJoin: () => void;
}>;

const PAGE = 15;

/** One listener for the whole screen: which key means what is decided in keymap.ts, what it does is decided here. */
export function useLogKeys({ model, actions, grid, search, onMap, onJoin }: Parts): void {
  useEffect(() => {
    function step(to: number): void {
      model.moveTo(to);
      const { id } = model.active.value;
      // While an issue is open, stepping through the list shows the next one.
      if (model.route.route.value.issue !== null && id !== null) model.open(id, { replace: true });
    }
    function extend(by: number): void {
      const { index } = model.active.value;
      if (model.selection.count.value === 0) model.toggle(index);
      model.moveTo(index + by);
      void model.selectRange(model.active.value.index);
    }
    function back(): void {
      if (model.route.route.value.issue !== null) {
        model.close();
        // The list may be hidden until the pane is gone.
        requestAnimationFrame(() => grid.current?.focus());
      } else model.selection.clear();
    }
    function toTrash(): void {
      const { scope } = model.route.route.value.filter;
      if (scope === 'trash') return;
      if (model.selection.count.value > 0) return void actions.forSelected(model.selection, actions.trash);
      const id = model.route.route.value.issue ?? model.active.value.id;
      if (id !== null) void actions.trash([id]);
    }
    function wish(what: 'entry' | 'promise' | 'system', event: EventKind | null = null): void {
      if (model.route.route.value.filter.scope === 'trash') return;
      const issueId = model.route.route.value.issue ?? model.active.value.id;
      if (issueId === null) return;
      model.wish.value = what === 'entry' ? { issueId, what, event } : { issueId, what };
    }
    const acts: Record<Command, () => void> = {
      next: () => step(model.active.value.index + 1),
      previous: () => step(model.active.value.index - 1),
      first: () => step(0),
      last: () => step(Number.MAX_SAFE_INTEGER),
      'page-down': () => step(model.active.value.index + PAGE),
      'page-up': () => step(model.active.value.index - PAGE),
      'extend-next': () => extend(1),
      'extend-previous': () => extend(-1),
      open() {
        const { id } = model.active.value;
        if (id !== null) model.open(id);
      },
      back,
      edit() {
        const { id } = model.active.value;
        if (model.route.route.value.issue === null && id !== null) model.open(id);
        focusWhenThere('[data-edit-description]');
      },
      select: () => model.toggle(model.active.value.index),
      'select-range': () => void model.selectRange(model.active.value.index),
      'select-all': () => model.selectAll(),
      trash: toTrash,
      join: onJoin,
      undo: () => void actions.undo(),
      search: () => search.current?.focus(),
      entry: () => wish('entry'),
      promise: () => wish('promise'),
      system: () => wish('system'),
      map: onMap,
    };
    function onKeyDown(event: KeyboardEvent): void {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        document.querySelector('dialog[open], :popover-open') !== null
      )
        return;
      if (event.target === search.current && ['Escape', 'Enter', 'ArrowDown'].includes(event.key)) {
        event.preventDefault();
        return grid.current?.focus();
      }
      const place = placeOf(event.target, grid.current);
      const said = eventOf(event, place);
      if (said !== null) {
        event.preventDefault();
        return wish('entry', said);
      }
      const command = commandOf(event, place);
      if (command === null) return;
      // Beside an open issue, Ctrl+A outside the list means the page's text.
      if (command === 'select-all' && place === 'page' && model.route.route.value.issue !== null) return;
      event.preventDefault();
      acts[command]();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [model, actions]);
}

/** Focuses an element that the next frames may bring. */
function focusWhenThere(selector: string, tries = 30): void {
  const found = document.querySelector<HTMLElement>(selector);
  if (found !== null) found.focus();
  else if (tries > 0) requestAnimationFrame(() => focusWhenThere(selector, tries - 1));
}
