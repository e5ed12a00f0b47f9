import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useFormat } from '../state/locale.tsx';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';
import './view-tabs.css';

export type ViewTab<V extends string> = Readonly<{
  value: V;
  label: string;
  /** undefined: not known yet. */
  count: number | undefined;
}>;

/**
 * Views side by side, as many as fit in one line; the rest is one click away in a menu. The line never wraps, so that ten
 * views are no wall on a narrow page and in a language of long words.
 */
export function ViewTabs<V extends string>({
  label,
  value,
  views,
  onValue,
}: {
  label: string;
  value: V;
  views: readonly ViewTab<V>[];
  onValue: (value: V) => void;
}) {
  const format = useFormat();
  const row = useRef<HTMLDivElement>(null);
  const [fitting, setFitting] = useState(views.length);
  const words = views.map((view) => `${view.label} ${view.count ?? ''}`).join();
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null) return;
    const measure = (): void => {
      const tabs = [...element.children].filter((child) => child instanceof HTMLElement);
      const top = tabs[0]?.offsetTop ?? 0;
      const below = tabs.findIndex(({ offsetTop }) => offsetTop > top);
      setFitting(below === -1 ? tabs.length : below);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [words]);
  const rest = views.slice(fitting);
  const chosen = rest.find((view) => view.value === value);
  const count = (view: ViewTab<V>): string => (view.count === undefined ? '' : format.number(view.count));
  return (
    <div class="view-tabs" role="group" aria-label={label}>
      <div class="view-row" ref={row}>
        {views.map((view, index) => (
          <button
            key={view.value}
            type="button"
            class="view-tab"
            aria-pressed={view.value === value}
            inert={index >= fitting}
            onClick={() => onValue(view.value)}
          >
            {view.label}
            <span class="view-count num">{count(view)}</span>
          </button>
        ))}
      </div>
      {rest.length > 0 && (
        <span class={chosen === undefined ? 'view-more' : 'view-more view-more-chosen'}>
          <Menu
            label={chosen === undefined ? label : `${chosen.label}, ${label}`}
            trigger={
              <>
                {chosen === undefined ? label : chosen.label} <Icon name="down" size={12} />
              </>
            }
            items={rest.map((view) => ({
              id: view.value,
              label: view.label,
              keys: count(view),
              onSelect: () => onValue(view.value),
            }))}
          />
        </span>
      )}
    </div>
  );
}
