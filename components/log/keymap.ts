import type { EventKind } from '../../lib/domain/accountability/timeline.ts';

export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'page-down'
  | 'page-up'
  | 'extend-next'
  | 'extend-previous'
  | 'open'
  | 'back'
  | 'edit'
  | 'select'
  | 'select-range'
  | 'select-all'
  | 'trash'
  | 'join'
  | 'undo'
  | 'search'
  | 'entry'
  | 'promise'
  | 'system'
  | 'map';

type Press = Readonly<Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>>;

/** Where the focus is decides what a key may mean: keys of a button or a text field stay theirs. */
export type FocusPlace = 'list' | 'page' | 'control' | 'text';

/** Keys that mean the same wherever no text is being typed. */
const ANYWHERE: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  e: 'edit',
  x: 'select',
  X: 'select-range',
  m: 'join',
  z: 'undo',
  '/': 'search',
  '?': 'map',
  '#': 'trash',
  n: 'entry',
  p: 'promise',
  s: 'system',
};

/** Keys that say what happened; of the rest, `n` lets one choose. The letters are those of the English words. */
export const EVENT_KEYS: Readonly<Record<string, EventKind>> = {
  r: 'reported',
  u: 'provider_update',
  q: 'info_requested',
  a: 'info_provided',
  w: 'workaround_provided',
  f: 'resolved',
  v: 'verified',
  b: 'reopened',
  c: 'chased',
};

/** The key that says it; null: it has none of its own. */
export function keyOfEvent(event: EventKind): string | null {
  return Object.entries(EVENT_KEYS).find(([, one]) => one === event)?.[0] ?? null;
}

/** What a key says to have happened; null: it says nothing of the kind. */
export function eventOf(press: Press, place: FocusPlace): EventKind | null {
  if (place === 'text' || press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return null;
  return EVENT_KEYS[press.key] ?? null;
}

/** Keys that are the list's own while it has the focus, or while nothing has it. */
const IN_LIST: Readonly<Record<string, Command>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
  Enter: 'open',
  ' ': 'select',
  Delete: 'trash',
};

export function commandOf(press: Press, place: FocusPlace): Command | null {
  if (place === 'text') return null;
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    return place !== 'control' && press.key.toLowerCase() === 'a' && !press.shiftKey ? 'select-all' : null;
  }
  if (press.key === 'Escape') return 'back';
  if (place === 'list' || place === 'page') {
    if (press.shiftKey && press.key === 'ArrowDown') return 'extend-next';
    if (press.shiftKey && press.key === 'ArrowUp') return 'extend-previous';
    const own = IN_LIST[press.key];
    if (own !== undefined && (place === 'list' || own === 'next' || own === 'previous')) return own;
  }
  return ANYWHERE[press.key] ?? null;
}

/** @param list the element of the list, if it is there */
export function placeOf(target: EventTarget | null, list: Element | null): FocusPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('dialog') !== null) return 'text';
  if (
    target.matches(
      'textarea, select, [contenteditable=true], input:not([type=checkbox]):not([type=radio]):not([type=button])',
    )
  ) {
    return 'text';
  }
  if (list !== null && list.contains(target)) return 'list';
  return target.closest('button, a, summary, input, [role=button], [data-own-keys]') === null
    ? 'page'
    : 'control';
}
