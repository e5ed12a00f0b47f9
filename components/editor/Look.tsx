import type { Ref } from 'preact';
import { DRAWING_LIMITS } from '../../lib/domain/issue/drawing.ts';
import type { Shape } from '../../lib/domain/issue/drawing.ts';
import { isArea, isLine } from '../../lib/domain/issue/shape-geometry.ts';
import type { Area } from '../../lib/domain/issue/shape-geometry.ts';
import { editor } from '../../lib/i18n/editor/editor.ts';
import { useText } from '../state/locale.tsx';
import { TextArea } from '../ui/Field.tsx';
import { ColourField } from './ColourField.tsx';
import { CROP } from './editor-store.ts';
import type { EditorStore } from './editor-store.ts';
import { markName } from './mark-names.ts';
import { NumberField } from './NumberField.tsx';

const STROKE = { min: 1, max: 200 } as const;
const SIZE = { min: 4, max: 2000 } as const;

type Props = Readonly<{ store: EditorStore; textRef: Ref<HTMLTextAreaElement> }>;

/** Everything about the selected mark in fields; with nothing selected, how the next one will look. */
export function Look({ store, textRef }: Props) {
  const t = useText(editor);
  const id = store.selected.value;
  const drawing = store.drawing.value;
  const shape = drawing.shapes.find((one) => one.id === id);
  const crop = id === CROP ? drawing.crop : undefined;
  const name =
    shape !== undefined ? markName(shape, drawing, t) : crop !== undefined ? t.marks.crop : t.look.next;
  return (
    <section class="editor-part" aria-labelledby="editor-look">
      <h3 id="editor-look">{name}</h3>
      {shape !== undefined ? (
        <ShapeLook key={shape.id} store={store} shape={shape} textRef={textRef} />
      ) : crop !== undefined ? (
        <AreaFields area={crop} onArea={(area, field) => store.crop(area, `${CROP} ${field}`)} />
      ) : (
        <NextLook store={store} />
      )}
    </section>
  );
}

function NextLook({ store }: Readonly<{ store: EditorStore }>) {
  const t = useText(editor).look;
  const { colour, stroke } = store.style.value;
  return (
    <>
      <ColourField value={colour} onValue={(next) => store.restyle({ colour: next })} />
      <div class="editor-numbers">
        <NumberField
          label={t.stroke}
          value={stroke}
          {...STROKE}
          onValue={(next) => store.restyle({ stroke: next })}
        />
      </div>
    </>
  );
}

function ShapeLook({ store, shape, textRef }: Props & Readonly<{ shape: Shape }>) {
  const t = useText(editor).look;
  const put = (next: Shape, field: string): void => store.replace(next, `${shape.id} ${field}`);
  return (
    <>
      {shape.type === 'text' && (
        <TextArea
          label={t.text}
          hint={t.textHint}
          rows={2}
          controlRef={textRef}
          value={shape.text}
          maxLength={DRAWING_LIMITS.text}
          onText={(text) => put({ ...shape, text: text.toWellFormed() }, 'text')}
        />
      )}
      {shape.type !== 'redaction' && (
        <ColourField
          value={shape.colour}
          onValue={(colour) => {
            store.restyle({ colour });
            store.replace({ ...shape, colour });
          }}
        />
      )}
      <div class="editor-numbers">
        {(shape.type === 'box' || isLine(shape)) && (
          <NumberField
            label={t.stroke}
            value={shape.stroke}
            {...STROKE}
            onValue={(stroke) => {
              store.restyle({ stroke });
              put({ ...shape, stroke }, 'stroke');
            }}
          />
        )}
        {shape.type === 'marker' && (
          <NumberField
            label={t.number}
            value={shape.number}
            min={0}
            max={9999}
            onValue={(number) => put({ ...shape, number }, 'number')}
          />
        )}
        {(shape.type === 'text' || shape.type === 'marker') && (
          <NumberField
            label={shape.type === 'text' ? t.textSize : t.markerSize}
            value={shape.size}
            {...SIZE}
            onValue={(size) => {
              store.restyle(shape.type === 'text' ? { text: size } : { marker: size });
              put({ ...shape, size }, 'size');
            }}
          />
        )}
      </div>
      {isArea(shape) ? (
        <AreaFields area={shape} onArea={(area, field) => put({ ...shape, ...area }, field)} />
      ) : (
        <div class="editor-numbers">
          <NumberField label={t.x} value={shape.x} onValue={(x) => put({ ...shape, x }, 'x')} />
          <NumberField label={t.y} value={shape.y} onValue={(y) => put({ ...shape, y }, 'y')} />
          {isLine(shape) && (
            <>
              <NumberField label={t.toX} value={shape.toX} onValue={(toX) => put({ ...shape, toX }, 'toX')} />
              <NumberField label={t.toY} value={shape.toY} onValue={(toY) => put({ ...shape, toY }, 'toY')} />
            </>
          )}
        </div>
      )}
      <p class="field-hint">{shape.type === 'redaction' ? t.covers : t.pixels}</p>
    </>
  );
}

type AreaProps = Readonly<{ area: Area; onArea: (area: Area, field: string) => void }>;

function AreaFields({ area: { x, y, width, height }, onArea }: AreaProps) {
  const t = useText(editor).look;
  const area = { x, y, width, height };
  return (
    <div class="editor-numbers">
      <NumberField label={t.x} value={x} onValue={(next) => onArea({ ...area, x: next }, 'x')} />
      <NumberField label={t.y} value={y} onValue={(next) => onArea({ ...area, y: next }, 'y')} />
      <NumberField
        label={t.width}
        value={width}
        min={1}
        onValue={(next) => onArea({ ...area, width: next }, 'width')}
      />
      <NumberField
        label={t.height}
        value={height}
        min={1}
        onValue={(next) => onArea({ ...area, height: next }, 'height')}
      />
    </div>
  );
}
