import type { PackFacts } from '../../lib/app/packs/pack-facts.ts';
import type { PackOrder } from '../../lib/app/packs/pack-order.ts';
import { promiseItems } from '../../lib/app/packs/promise-items.ts';
import { conversations } from '../../lib/i18n/conversations/conversations.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { toggled } from '../state/toggled.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { PageText } from '../ui/PageText.tsx';

type Props = Readonly<{
  facts: PackFacts;
  order: PackOrder;
  onUntold: (untold: PackOrder['untold']) => void;
}>;

/** Every decision of last time and every promise can be taken out of what is described; the figures stay. */
export function PackPromises({ facts, order: { kind, untold }, onUntold }: Props) {
  const t = useText(conversations);
  const format = useFormat();
  const items = promiseItems(facts, kind);
  if (items.length === 0) return null;
  const told = items.filter(({ id }) => !untold.has(id)).length;
  return (
    <details class="conv-issues">
      <summary>{t.promisesTold(format.number(told), format.number(items.length))}</summary>
      <p class="quiet small">{t.leaveOutHint}</p>
      <ul class="conv-list">
        {items.map(({ id, text }) => (
          <li key={id}>
            <Checkbox
              label={<PageText text={text} />}
              checked={!untold.has(id)}
              onChecked={(inside) => onUntold(toggled(untold, id, !inside))}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
