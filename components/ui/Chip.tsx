import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import './chip.css';

/** A short fact. With `onRemove` it carries a button named `removeLabel`. */
export function Chip({
  children,
  title,
  onRemove,
  removeLabel,
}: {
  children: ComponentChildren;
  title?: string | undefined;
} & ({ onRemove: () => void; removeLabel: string } | { onRemove?: undefined; removeLabel?: undefined })) {
  return (
    <span class="chip" title={title}>
      <span class="chip-text">{children}</span>
      {onRemove && (
        <button
          type="button"
          class="chip-remove"
          aria-label={removeLabel}
          title={removeLabel}
          onClick={onRemove}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  );
}
