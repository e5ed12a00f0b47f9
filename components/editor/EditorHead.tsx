import { editor } from '../../lib/i18n/editor/editor.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { EditorActs } from './editor-acts.ts';
import type { EditorStore } from './editor-store.ts';

type Props = Readonly<{
  titleId: string;
  title: string;
  store: EditorStore;
  acts: EditorActs;
  scale: number;
  saving: boolean;
  /** null: there is no original left to remove. */
  onRemove: (() => void) | null;
  onMap: () => void;
  onSave: () => void;
  onClose: () => void;
}>;

export function EditorHead(props: Props) {
  const { titleId, title, store, acts, scale, saving, onRemove, onMap, onSave, onClose } = props;
  const t = useText(editor);
  const format = useFormat();
  const { past, future } = store.stack.value;
  const fitted = store.scale.value === 'fit';
  return (
    <header class="editor-head">
      <h2 class="editor-title" id={titleId}>
        {title}
      </h2>
      <div class="editor-group">
        <IconButton label={t.undo} icon="undo" disabled={past.length === 0} onClick={store.undo} />
        <IconButton label={t.redo} icon="redo" disabled={future.length === 0} onClick={store.redo} />
      </div>
      <div class="editor-group" role="group" aria-label={t.zoom.label}>
        <IconButton label={t.zoom.out} onClick={() => acts.zoom('out')}>
          −
        </IconButton>
        <span class="editor-scale num small" role="status">
          {format.percent(scale)}
        </span>
        <IconButton label={t.zoom.in} onClick={() => acts.zoom('in')}>
          +
        </IconButton>
        <Button size="s" variant="quiet" aria-pressed={fitted} onClick={() => acts.zoom('fit')}>
          {t.zoom.fit}
        </Button>
        <Button
          size="s"
          variant="quiet"
          aria-pressed={!fitted && scale === 1}
          onClick={() => acts.zoom('full')}
        >
          {t.zoom.full}
        </Button>
      </div>
      <div class="editor-group editor-head-end">
        <IconButton label={t.keys} onClick={onMap}>
          ?
        </IconButton>
        {onRemove !== null && <Button onClick={onRemove}>{t.remove.open}</Button>}
        <Button onClick={onClose}>{t.close}</Button>
        <Button variant="primary" busy={saving || !store.dirty.value} onClick={onSave}>
          {t.save}
        </Button>
      </div>
    </header>
  );
}
