import { editor } from '../../lib/i18n/editor/editor.ts';
import { useText } from '../state/locale.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CROP } from './editor-store.ts';
import type { EditorStore } from './editor-store.ts';
import { markName } from './mark-names.ts';
import { ToolIcon } from './ToolIcon.tsx';
import type { Tool } from './tools.ts';

type Props = Readonly<{ store: EditorStore; say: (text: string) => void }>;

/** Every mark as text, the uppermost first: what is on the picture can be read, chosen, ordered and removed here. */
export function MarkList({ store, say }: Props) {
  const t = useText(editor);
  const drawing = store.drawing.value;
  const { shapes, crop } = drawing;
  return (
    <section class="editor-part" aria-labelledby="editor-marks">
      <h3 id="editor-marks">{t.marks.heading}</h3>
      {shapes.length === 0 && crop === undefined && <p class="quiet">{t.marks.none}</p>}
      {store.full.value && <p class="quiet">{t.marks.full}</p>}
      <ol class="editor-marks" aria-describedby="editor-marks-order">
        {shapes.toReversed().map((shape, index) => (
          <Line
            key={shape.id}
            store={store}
            say={say}
            id={shape.id}
            tool={shape.type}
            name={markName(shape, drawing, t)}
            place={t.marks.place(shape.x, shape.y)}
            first={index === 0}
            last={index === shapes.length - 1}
          />
        ))}
        {crop !== undefined && (
          <Line
            store={store}
            say={say}
            id={CROP}
            tool="crop"
            name={t.marks.crop}
            place={t.marks.place(crop.x, crop.y)}
            first
            last
          />
        )}
      </ol>
      {shapes.length > 1 && (
        <p class="field-hint" id="editor-marks-order">
          {t.marks.order}
        </p>
      )}
    </section>
  );
}

type LineProps = Props &
  Readonly<{ id: string; tool: Tool; name: string; place: string; first: boolean; last: boolean }>;

function Line({ store, say, id, tool, name, place, first, last }: LineProps) {
  const t = useText(editor);
  const selected = store.selected.value === id;
  return (
    <li class={selected ? 'editor-mark editor-mark-selected' : 'editor-mark'}>
      <button
        type="button"
        class="editor-mark-name"
        data-editor-mark={id}
        aria-pressed={selected}
        onClick={() => store.select(selected ? null : id)}
      >
        <ToolIcon tool={tool} size={16} />
        <span class="editor-mark-text">{name}</span>
        <span class="quiet small num editor-mark-place">{place}</span>
      </button>
      {selected && (
        <span class="editor-mark-acts">
          {!first && (
            <IconButton label={t.marks.higher(name)} onClick={() => store.reorder(id, 1)}>
              ↑
            </IconButton>
          )}
          {!last && (
            <IconButton label={t.marks.lower(name)} onClick={() => store.reorder(id, -1)}>
              ↓
            </IconButton>
          )}
          <IconButton
            label={t.marks.remove(name)}
            icon="trash"
            onClick={() => {
              store.remove(id);
              say(t.said.removed(name));
            }}
          />
        </span>
      )}
    </li>
  );
}
