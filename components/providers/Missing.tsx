import { providers } from '../../lib/i18n/providers/providers.ts';
import { useText } from '../state/locale.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { hrefOf } from './route.ts';

/** What the address names is not there: retired, taken back, or never written. */
export function Missing() {
  const t = useText(providers);
  return <EmptyState title={t.notFound} action={<a href={hrefOf({ place: 'list' })}>{t.toList}</a>} />;
}
