import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { placeBelow } from './place-below.ts';
import './menu.css';

export type MenuItem = Readonly<{
  id: string;
  label: string;
  /** Key that does the same, as printed. */
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
}>;

const STEP: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A button that opens a menu in a native popover: Esc, light dismiss and return of focus come from the browser. */
export function Menu({
  label,
  trigger,
  items,
  size = 'm',
}: {
  /** Name of the button, when `trigger` is only a drawing. */
  label: string;
  trigger: ComponentChildren;
  items: readonly MenuItem[];
  size?: 'm' | 's';
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  function entries(): HTMLButtonElement[] {
    return menu.current
      ? [...menu.current.querySelectorAll<HTMLButtonElement>('[role=menuitem]:not(:disabled)')]
      : [];
  }
  function onKeyDown(event: KeyboardEvent): void {
    const all = entries();
    const step = STEP[event.key];
    if (event.key === 'Tab') menu.current?.hidePopover();
    if (!step || all.length === 0) return;
    event.preventDefault();
    all[
      step(
        all.findIndex((entry) => entry === document.activeElement),
        all.length,
      )
    ]?.focus();
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        class={`button button-plain button-${size}`}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        popovertarget={id}
      >
        {trigger}
      </button>
      <div
        ref={menu}
        id={id}
        class="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          if (event.newState !== 'open' || !menu.current || !button.current) return;
          placeBelow(menu.current, button.current);
          entries()[0]?.focus();
        }}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            class={item.danger ? 'menu-item menu-item-danger' : 'menu-item'}
            disabled={item.disabled ?? false}
            onClick={() => {
              menu.current?.hidePopover();
              item.onSelect();
            }}
          >
            <span>{item.label}</span>
            {item.keys && <kbd class="quiet">{item.keys}</kbd>}
          </button>
        ))}
      </div>
    </>
  );
}
