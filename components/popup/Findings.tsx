import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chip as ChipFact } from '../../lib/domain/evidence/page-evidence.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { chipText } from '../issue/chip-text.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import type { PopupController } from './popup-controller.ts';
import { useSpeech } from './words.ts';

type Props = Readonly<{ chips: readonly ChipFact[]; controller: Pick<PopupController, 'removeChip'> }>;

/** What was read from the page; each finding can be left out. */
export function Findings({ chips, controller }: Props) {
  const { t } = useSpeech();
  // The last one left out, as long as it is: one more click brings it back.
  const [left, setLeft] = useState<ChipFact | null>(null);
  const out = left === null || chips.some(({ id }) => id === left.id) ? null : left;
  const back = useRef<HTMLLIElement>(null);
  // At once: the next key may already be on its way.
  useLayoutEffect(() => back.current?.querySelector('button')?.focus(), [out]);
  if (chips.length === 0 && out === null) return null;
  return (
    <section class="popup-found">
      <h2 class="popup-found-title">{t.found}</h2>
      <ul class="popup-chips">
        {chips.map((chip) => {
          const text = chipText(chip, t);
          return (
            <li key={chip.id}>
              <Chip
                title={visibleText(chip.value === '' ? text : `${t.chipKind[chip.kind]}: ${chip.value}`)}
                removeLabel={t.removeChip(text)}
                onRemove={() => {
                  setLeft(chip);
                  void controller.removeChip(chip.id);
                }}
              >
                <bdi>{text}</bdi>
              </Chip>
            </li>
          );
        })}
        {out && (
          <li ref={back}>
            <Button size="s" icon="undo" onClick={() => void controller.removeChip(out.id, true)}>
              {t.undoChip(chipText(out, t))}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}
