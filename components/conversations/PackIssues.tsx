import { useState } from 'preact/hooks';
import type { PackFacts } from '../../lib/app/packs/pack-facts.ts';
import type { PackOrder } from '../../lib/app/packs/pack-order.ts';
import { presentPictures } from '../../lib/app/packs/pack-pictures.ts';
import { insideBytes } from '../../lib/app/packs/pack-view.ts';
import { conversations } from '../../lib/i18n/conversations/conversations.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { toggled } from '../state/toggled.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { PageText } from '../ui/PageText.tsx';

type Props = Readonly<{
  facts: PackFacts;
  order: PackOrder;
  onOrder: (change: Partial<PackOrder>) => void;
}>;

/** Every issue can be taken out of what is described; it stays in the figures. Its pictures are shown where they are chosen. */
export function PackIssues({ facts, order: { leftOut, pictured }, onOrder }: Props) {
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
          <p class="quiet small">{t.picturesHint(format.bytes(insideBytes))}</p>
          <ul class="conv-list">
            {issues.map((issue) => {
              const { id, key, title } = issue;
              const pictures = presentPictures(issue).length;
              return (
                <li key={id}>
                  <Checkbox
                    label={
                      <>
                        <span class="num">{key}</span> <PageText text={title} />
                      </>
                    }
                    checked={!leftOut.has(id)}
                    onChecked={(inside) => onOrder({ leftOut: toggled(leftOut, id, !inside) })}
                  />
                  {pictures > 0 && !leftOut.has(id) && (
                    <div class="conv-pictures">
                      <Checkbox
                        label={t.picturesOf(pictures, key)}
                        checked={pictured.has(id)}
                        onChecked={(shown) => onOrder({ pictured: toggled(pictured, id, shown) })}
                      />
                    </div>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </details>
  );
}
