import type { ComponentChildren } from 'preact';
import './empty-state.css';

/** One sentence that teaches, one action. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
}) {
  return (
    <div class="empty-state">
      <h2>{title}</h2>
      {children && <p class="quiet">{children}</p>}
      {action}
    </div>
  );
}
