import type { ComponentChildren } from 'preact';
import { common } from '../../lib/i18n/common/common.ts';
import { useText } from '../state/locale.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import './banner.css';

const ICONS = { info: 'info', warning: 'warning', problem: 'stop' } as const;

/** A message that stays: what happened, what is safe, what to do. `live` reads it out when it appears. */
export function Banner({
  tone = 'info',
  title,
  children,
  actions,
  onDismiss,
  live = false,
}: {
  tone?: keyof typeof ICONS;
  title?: string | undefined;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  onDismiss?: (() => void) | undefined;
  live?: boolean;
}) {
  const t = useText(common);
  return (
    <div class={`banner banner-${tone}`} role={live ? (tone === 'problem' ? 'alert' : 'status') : undefined}>
      <Icon name={ICONS[tone]} />
      <div class="banner-body">
        {title && <p class="banner-title">{title}</p>}
        {children && <div class="banner-text">{children}</div>}
        {actions && <div class="banner-actions">{actions}</div>}
      </div>
      {onDismiss && <IconButton label={t.dismiss} icon="close" onClick={onDismiss} />}
    </div>
  );
}
