import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Drawing } from '../../lib/domain/issue/drawing.ts';
import { redactionsOf } from '../../lib/domain/issue/redaction-area.ts';
import { suggestedRedactions } from '../../lib/domain/issue/suggested-redactions.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { editor } from '../../lib/i18n/editor/editor.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Canvas } from './Canvas.tsx';
import { draftOf, keepDraft } from './drafts.ts';
import { createEditorActs } from './editor-acts.ts';
import { EditorHead } from './EditorHead.tsx';
import { EditorKeys } from './EditorKeys.tsx';
import { createEditorStore } from './editor-store.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import { Look } from './Look.tsx';
import { MarkList } from './MarkList.tsx';
import type { Decoded, EditorProps } from './PictureEditor.tsx';
import { RemoveOriginalDialog } from './RemoveOriginalDialog.tsx';
import { Secrets } from './Secrets.tsx';
import { ToolBar } from './ToolBar.tsx';
import { useDraft } from './use-draft.ts';
import { useTextFocus } from './use-text-focus.ts';
import type { StageHandle } from './use-stage.ts';

type Props = EditorProps & Decoded;

/** A native modal dialog over the whole page. It closes only after what is unsaved was saved or given up. */
export function EditorWindow({ issue, picture, bitmap, grain, actions, onClose: onClosed }: Props) {
  const t = useText(editor);
  const c = useText(common);
  const { services, toasts } = useApp();
  const { width, height } = bitmap;
  const saved: Drawing = useMemo(() => picture.drawing ?? { v: 1, width, height, shapes: [] }, []);
  const over = `${picture.picture.sha256} ${JSON.stringify(saved)}`;
  const found = useMemo(() => draftOf(picture.pictureId, over), []);
  const store = useMemo(() => createEditorStore(saved, suggestedRedactions(issue, picture), found), []);
  const [restored, setRestored] = useState(found !== null);
  const [asks, setAsks] = useState<'leave' | 'remove' | 'keys' | null>(null);
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [said, say] = useState('');
  const [scale, setScale] = useState(1);
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<StageHandle | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const title = useId();

  /** Closing it, and not only taking it away, gives the keyboard back to where it was; questions inside it first. */
  function close(): void {
    dialog.current?.querySelectorAll('dialog').forEach((question) => question.close());
    dialog.current?.close();
    onClosed();
  }
  async function save(): Promise<void> {
    if (saving || !store.dirty.peek()) return;
    setSaving(true);
    const result = await services.pictures.annotate(picture, store.drawing.peek());
    setSaving(false);
    if (!result.ok) return setFailed(t.notSaved(failureText(c, result.code)));
    keepDraft(picture.pictureId, over, null);
    const masked = result.masked > 0 ? ` ${t.masked(result.masked)}` : '';
    void actions.edited(Promise.resolve(result), `${t.saved}.${masked}`);
    close();
  }
  const toPicture = (): void => dialog.current?.querySelector<HTMLElement>('[data-editor-picture]')?.focus();
  const leave = (): void => (store.dirty.peek() ? setAsks('leave') : close());
  const acts = createEditorActs({
    store,
    t,
    stage: () => stage.current,
    say,
    save: () => void save(),
    leave,
    map: () => setAsks('keys'),
    toPicture,
    // The field is there once the new mark has been drawn.
    typeText: () => requestAnimationFrame(() => text.current?.focus()),
  });

  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    toPicture();
  }, []);
  useTextFocus(store, text);
  useDraft(store, picture.pictureId, over);

  return (
    <dialog
      ref={dialog}
      class="editor"
      aria-labelledby={title}
      onKeyDown={(event) => {
        if (
          event.isComposing ||
          (event.target instanceof Element && event.target.closest('dialog') !== dialog.current)
        )
          return;
        // Also keeps the browser from closing the dialog with Esc, which it does unasked the second time.
        if (acts.press(event) || event.key === 'Escape') event.preventDefault();
      }}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        leave();
      }}
      onClose={(event) => event.target === event.currentTarget && onClosed()}
    >
      <EditorHead
        titleId={title}
        title={t.title(issue.key)}
        store={store}
        acts={acts}
        scale={scale}
        saving={saving}
        onRemove={picture.removedOriginal === null ? () => setAsks('remove') : null}
        onMap={() => setAsks('keys')}
        onSave={() => void save()}
        onClose={leave}
      />
      {failed !== null && (
        <Banner tone="problem" live>
          {failed}
        </Banner>
      )}
      {restored && (
        <Banner
          tone="info"
          actions={
            <Button
              size="s"
              onClick={() => {
                store.reset();
                setRestored(false);
              }}
            >
              {t.draft.drop}
            </Button>
          }
        >
          {t.draft.back}
        </Banner>
      )}
      <div class="editor-body">
        <ToolBar
          store={store}
          onTool={(tool) => {
            acts.choose(tool);
            toPicture();
          }}
        />
        <div class="editor-middle">
          <Canvas store={store} picture={bitmap} grain={grain} handle={stage} onScale={setScale} />
          <p class="editor-hint quiet small">{t.hint[store.tool.value]}</p>
        </div>
        <div class="editor-side">
          <Secrets store={store} say={say} />
          <Look store={store} textRef={text} />
          <MarkList store={store} say={say} />
        </div>
      </div>
      <p class="hidden-text" role="status">
        {said}
      </p>
      {asks === 'keys' && <EditorKeys onClose={() => setAsks(null)} />}
      {asks === 'leave' && (
        <LeaveDialog
          onStay={() => setAsks(null)}
          onSave={() => {
            setAsks(null);
            void save();
          }}
          onDrop={() => {
            keepDraft(picture.pictureId, over, null);
            close();
          }}
        />
      )}
      {asks === 'remove' && (
        <RemoveOriginalDialog
          redacted={redactionsOf(store.drawing.value).length > 0}
          run={() => services.pictures.removeOriginal(picture, store.drawing.peek())}
          onClose={() => setAsks(null)}
          onDone={() => {
            keepDraft(picture.pictureId, over, null);
            toasts.show({ text: t.remove.done });
            close();
            // Only after the last of our own references has gone with this window.
            void services.pictures.letGo();
          }}
        />
      )}
    </dialog>
  );
}
