import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

export type Toast = Readonly<{
  id: number;
  text: string;
  tone: 'info' | 'problem';
  action?: Readonly<{ label: string; run: () => void }>;
}>;

export type Toasts = Readonly<{
  shown: ReadonlySignal<readonly Toast[]>;
  show(toast: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }): void;
  dismiss(id: number): void;
}>;

/** Short messages with an optional action ("Undo"). Problems stay until dismissed; the rest is timed by ToastRegion. */
export function createToasts(): Toasts {
  const shown = signal<readonly Toast[]>([]);
  let last = 0;
  return {
    shown,
    show(toast) {
      last += 1;
      // Three at most: more would hide the page.
      shown.value = [...shown.value.slice(-2), { tone: 'info', ...toast, id: last }];
    },
    dismiss(id) {
      shown.value = shown.value.filter((toast) => toast.id !== id);
    },
  };
}
