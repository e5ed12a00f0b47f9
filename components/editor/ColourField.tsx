import { useId } from 'preact/hooks';
import type { DrawingColour } from '../../lib/domain/issue/drawing.ts';
import { COLOURS } from '../../lib/domain/issue/shape-look.ts';
import { editor } from '../../lib/i18n/editor/editor.ts';
import { useText } from '../state/locale.tsx';

const NAMES = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'black',
  'white',
] as const satisfies DrawingColour[];

type Props = Readonly<{ value: DrawingColour; onValue: (colour: DrawingColour) => void }>;

/** Colours as radio buttons with names; the chosen one is also written out. */
export function ColourField({ value, onValue }: Props) {
  const t = useText(editor).look;
  const name = useId();
  return (
    <fieldset class="editor-colours">
      <legend class="field-label">
        {t.colour}: <span class="editor-colour-name">{t.colours[value]}</span>
      </legend>
      <div class="editor-swatches">
        {NAMES.map((colour) => (
          <label key={colour} class="editor-swatch" title={t.colours[colour]}>
            <input
              type="radio"
              class="editor-swatch-input"
              name={name}
              checked={colour === value}
              aria-label={t.colours[colour]}
              onChange={() => onValue(colour)}
            />
            <span class="editor-swatch-dot" style={{ background: COLOURS[colour] }} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
