import type { Tell } from '../../lib/app/client/system-view.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { Icon } from '../ui/Icon.tsx';
import { useSpeech } from './words.ts';

/** By when the provider must be told, where the agreement has such a rule. */
export function TellBy({ tell }: { tell: Tell | undefined }) {
  const { t, until } = useSpeech();
  if (!tell) return null;
  const { who, by, rule } = tell;
  return (
    <p class="popup-tell">
      <Icon name="clock" />
      <span>{t.tell(visibleText(who), until(by), rule ? t.tellRule[rule.unit](rule.n) : '')}</span>
    </p>
  );
}
