import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { Grain } from '../../lib/domain/evidence/image-grain.ts';
import { editor } from '../../lib/i18n/editor/editor.ts';
import { useText } from '../state/locale.tsx';
import type { EditorStore } from './editor-store.ts';
import type { StageHandle } from './use-stage.ts';
import { useStage } from './use-stage.ts';

type Props = Readonly<{
  store: EditorStore;
  picture: ImageBitmap;
  grain: Grain;
  handle: RefObject<StageHandle | null>;
  onScale: (scale: number) => void;
}>;

/** The picture in a window of its own, with native scroll bars; canvases stay as small as the window. */
export function Canvas({ store, picture, grain, handle, onScale }: Props) {
  const t = useText(editor).picture;
  const scroller = useRef<HTMLDivElement>(null);
  const extent = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  useStage({ store, picture, grain, scroller, extent, container, handle, onScale });
  const tool = store.tool.value;
  return (
    <div
      ref={scroller}
      class="editor-window"
      data-editor-picture
      tabIndex={0}
      role="application"
      aria-label={t.label}
      aria-describedby="editor-picture-help"
    >
      <div ref={extent} class="editor-extent">
        <div ref={container} class={`editor-stage editor-stage-${tool === 'select' ? 'select' : 'draw'}`} />
      </div>
      <p class="hidden-text" id="editor-picture-help">
        {t.help}
      </p>
    </div>
  );
}
