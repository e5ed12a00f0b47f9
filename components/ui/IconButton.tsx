import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import './button.css';

/** `label` is its name for screen readers and its tooltip. `children` may be a drawing that Icon does not have. */
export function IconButton({
  label,
  icon,
  children,
  type = 'button',
  ...rest
}: Omit<ButtonHTMLAttributes, 'icon' | 'label' | 'class' | 'className'> & {
  label: string;
  icon?: IconName;
  children?: ComponentChildren;
}) {
  return (
    <button {...rest} type={type} class="button button-quiet icon-button" aria-label={label} title={label}>
      {icon ? <Icon name={icon} /> : children}
    </button>
  );
}
