import { useState } from 'preact/hooks';
import type { PackFacts } from '../../lib/app/packs/pack-facts.ts';
import type { PackOrder } from '../../lib/app/packs/pack-order.ts';
import { conversations } from '../../lib/i18n/conversations/conversations.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { PageText } from '../ui/PageText.tsx';

type Props = Readonly<{
  facts: PackFacts;
  leftOut: PackOrder['leftOut'];
  onLeftOut: (leftOut: PackOrder['leftOut']) => void;
}>;

/** Every issue can be taken out of what is described; it stays in the figures. */
export function PackIssues({ facts, leftOut, onLeftOut }: Props) {
  const t = useText(conversations);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const issues = facts.issues.flatMap(({ shared }) => (shared === null ? [] : [shared]));
  const described = issues.filter(({ id }) => !leftOut.has(id)).length;
  return (
    <details class="conv-issues" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.leaveOut(format.number(described), format.number(facts.issues.length))}</summary>
      {open && (
        <>
          <p class="quiet small">{t.leaveOutHint}</p>
          <ul class="conv-list">
            {issues.map(({ id, key, title }) => (
              <li key={id}>
                <Checkbox
                  label={
                    <>
                      <span class="num">{key}</span> <PageText text={title} />
                    </>
                  }
                  checked={!leftOut.has(id)}
                  onChecked={(inside) => {
                    const next = new Set(leftOut);
                    if (inside) next.delete(id);
                    else next.add(id);
                    onLeftOut(next);
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
