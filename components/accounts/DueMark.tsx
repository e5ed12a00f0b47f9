import type { ComponentChildren } from 'preact';
import './marks.css';

export type DueTone = 'ahead' | 'risk' | 'late';

/** A due time: an open flag, a half one where it is near, a full one where it has passed; the words say the same. */
export function DueMark({
  tone,
  title,
  children,
}: Readonly<{ tone: DueTone; title?: string; children: ComponentChildren }>) {
  return (
    <span class={`due due-${tone}`} title={title}>
      <svg class="due-flag" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path class="due-cloth" d="M2.5 1.5h8l-2.5 2.75 2.5 2.75h-8z" />
        {tone === 'risk' && <path class="due-half" d="M2.5 1.5h4v5.5h-4z" />}
        <path d="M2.5 1v10.5" />
      </svg>
      <span class="due-words">{children}</span>
    </span>
  );
}
