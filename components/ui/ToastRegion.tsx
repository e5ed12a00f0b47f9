import { useEffect, useState } from 'preact/hooks';
import { common } from '../../lib/i18n/common/common.ts';
import { useText } from '../state/locale.tsx';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import type { Toast, Toasts } from './toasts.ts';
import './toast.css';

/** Long enough to read and reach the action; stands still while pointed at or focused. */
const SHOWN_MS = 8000;

function ToastItem({ toast, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  const t = useText(common);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || toast.tone === 'problem') return;
    const timer = setTimeout(onDismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  return (
    <li
      class={`toast toast-${toast.tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span class="toast-text">{toast.text}</span>
      {toast.action && (
        <Button
          size="s"
          onClick={() => {
            toast.action?.run();
            onDismiss();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label={t.dismiss} icon="close" onClick={onDismiss} />
    </li>
  );
}

/** One per page: the live region that reads toasts out. It is there before the first toast, or that one goes unread. */
export function ToastRegion({ toasts }: { toasts: Toasts }) {
  return (
    <div class="toast-region" role="status" aria-live="polite">
      <ul class="toast-list">
        {toasts.shown.value.map((toast) => (
          <ToastItem key={toast.id} toast={toast} onDismiss={() => toasts.dismiss(toast.id)} />
        ))}
      </ul>
    </div>
  );
}
