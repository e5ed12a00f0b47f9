import { useRef, useState } from 'preact/hooks';
import type { RecordedView } from '../../lib/app/client/protocol.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { Icon } from '../ui/Icon.tsx';
import type { PopupController } from './popup-controller.ts';
import type { SystemChooser } from './SystemChooser.tsx';
import { useSpeech } from './words.ts';

type Props = Readonly<{ view: RecordedView; changed: boolean; controller: PopupController }>;

/** Whose system it is; one click to say it or to put it right. What that takes is loaded then (decision 0019). */
export function SystemLine({ view, changed, controller }: Props) {
  const { t } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const [Chooser, setChooser] = useState<typeof SystemChooser | null>(null);
  const { system } = view;
  const name =
    system.state === 'one' ? visibleText(system.name) : system.state === 'ask' ? t.systemAsk : t.systemNone;
  const provider = system.state === 'one' && system.provider !== null ? visibleText(system.provider) : '';
  const close = () => dialog.current?.close();

  function show(): void {
    // Its place is there at once; what fills it comes after.
    dialog.current?.showModal();
    void import('./SystemChooser.tsx').then((loaded) => setChooser(() => loaded.SystemChooser), close);
  }
  return (
    <div class="popup-system">
      <button
        type="button"
        class="popup-system-name"
        title={`${name}: ${t.systemChange}`}
        aria-haspopup="dialog"
        onClick={show}
      >
        <bdi>{name}</bdi>
        <Icon name="down" size={12} />
      </button>
      {provider && (
        <span class="popup-system-by" title={provider}>
          · <bdi>{provider}</bdi>
        </span>
      )}
      {changed && (
        <button
          type="button"
          class="popup-system-back"
          aria-label={t.systemBack(name)}
          title={t.systemBack(name)}
          onClick={() => void controller.undoSystem()}
        >
          <Icon name="undo" size={14} />
        </button>
      )}
      <dialog
        ref={dialog}
        class="popup-dialog"
        aria-label={t.systemChange}
        onClose={() => setChooser(null)}
        onKeyDown={(event) => {
          // Not further than here: the browser would close the whole popup, as it does without a dialog.
          if (event.key !== 'Escape') return;
          event.preventDefault();
          close();
        }}
      >
        {Chooser && <Chooser view={view} controller={controller} onDone={close} />}
      </dialog>
    </div>
  );
}
