import { Lock } from 'lucide-preact';
import { providers } from '../../lib/i18n/providers/providers.ts';
import { useText } from '../state/locale.tsx';

/** Stands beside what comes from the organisation's policy and can only be read. */
export function ManagedMark() {
  const t = useText(providers);
  return (
    <span class="prov-managed" title={t.managedHint}>
      <Lock size={14} aria-hidden="true" />
      {t.managed}
    </span>
  );
}
