import type { AddressPattern } from '../../../lib/domain/directory/system.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';

/** What a pattern means, as one would say it. */
export function usePatternWords(): (pattern: AddressPattern) => string {
  const t = useText(providers).pattern;
  return ({ kind, pattern }) => t[kind](visibleText(pattern));
}
