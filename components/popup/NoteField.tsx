import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import type { PopupController, PopupState } from './popup-controller.ts';
import { NOTE_LIMIT } from './note-limit.ts';
import { useSpeech } from './words.ts';

/** Enter finishes, but not the Enter that ends a word in an input method (229 is what Safari-style engines report). */
function finishes(event: KeyboardEvent): boolean {
  const plain = !event.shiftKey && !event.altKey;
  return event.key === 'Enter' && plain && !event.isComposing && event.keyCode !== 229;
}

export function NoteField({ state, controller }: { state: PopupState; controller: PopupController }) {
  const { t } = useSpeech();
  const area = useRef<HTMLTextAreaElement>(null);
  const dead = state.view.state === 'refused' || state.view.state === 'failed';
  // Not after the next frame: whoever types at once must not lose the first letters.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, []);
  return (
    <section class="popup-note">
      <div class="popup-note-head">
        <label for="note">{t.what}</label>
        <span class="popup-saved">{state.save === 'saved' && t.saved}</span>
      </div>
      <textarea
        ref={area}
        id="note"
        class="input"
        rows={3}
        dir="auto"
        maxLength={NOTE_LIMIT}
        aria-describedby="note-hint"
        value={state.text}
        readOnly={dead || state.finishing}
        onInput={(event) => controller.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') controller.flush();
          if (dead || !finishes(event)) return;
          event.preventDefault();
          void controller.finish();
        }}
      />
      <div class="popup-note-foot">
        <p id="note-hint" class="quiet small">
          {t.whatHint}
        </p>
        {!dead && (
          <Button size="s" variant="primary" busy={state.finishing} onClick={() => void controller.finish()}>
            {t.done}
          </Button>
        )}
      </div>
    </section>
  );
}
