import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { common } from '../../lib/i18n/common/common.ts';
import { useText } from '../state/locale.tsx';
import { IconButton } from './IconButton.tsx';
import './dialog.css';

/**
 * A native modal dialog: focus trap, Esc and return of focus come from the browser. `onClose` is told of every way to
 * close it; `keepOpen` refuses Esc while work is running.
 */
export function Dialog({
  open,
  title,
  onClose,
  actions,
  size = 'm',
  keepOpen = false,
  children,
}: {
  open: boolean;
  title: ComponentChildren;
  onClose: () => void;
  /** Buttons at the end, the main one last. */
  actions?: ComponentChildren;
  size?: 's' | 'm' | 'l' | 'full';
  keepOpen?: boolean;
  children: ComponentChildren;
}) {
  const t = useText(common);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  // A dialog that is taken away while it is open takes the keyboard with it; one that is closed gives it back.
  const gone = useRef(false);
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => {
      gone.current = true;
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${size}`}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => keepOpen && event.target === event.currentTarget && event.preventDefault()}
      onClose={(event) => event.target === event.currentTarget && !gone.current && onClose()}
    >
      {open && (
        <>
          <header class="dialog-head">
            <h2 class="dialog-title" id={`${id}-title`}>
              {title}
            </h2>
            {!keepOpen && <IconButton label={t.close} icon="close" onClick={() => dialog.current?.close()} />}
          </header>
          <div class="dialog-body">{children}</div>
          {actions && <footer class="dialog-actions">{actions}</footer>}
        </>
      )}
    </dialog>
  );
}
