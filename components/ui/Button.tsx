import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import './button.css';

export type ButtonProps = Omit<ButtonHTMLAttributes, 'icon' | 'size' | 'class' | 'className'> & {
  variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  size?: 'm' | 's';
  icon?: IconName | undefined;
  iconEnd?: IconName | undefined;
  /** Keeps its place and focus but does nothing, and says so to screen readers. */
  busy?: boolean;
  children: ComponentChildren;
};

export function Button({
  variant = 'plain',
  size = 'm',
  icon,
  iconEnd,
  busy = false,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      class={`button button-${variant} button-${size}`}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {iconEnd && <Icon name={iconEnd} />}
    </button>
  );
}
