import type { CaptureView } from '../../lib/app/client/protocol.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/Icon.tsx';
import type { PopupController } from './popup-controller.ts';
import { useSpeech } from './words.ts';

type Status = Readonly<{ text: string; icon: IconName | null; tone: 'plain' | 'good' | 'again' | 'bad' }>;

/** One line that says where things stand (a live region), and what can be done about it. */
export function StatusHead({ view, controller }: { view: CaptureView; controller: PopupController }) {
  const { t, time } = useSpeech();

  function status(): Status {
    switch (view.state) {
      case 'recording':
        return { text: t.recording, icon: null, tone: 'plain' };
      case 'recorded':
        if (view.trashed) return { text: t.trashed, icon: 'trash', tone: 'plain' };
        if (view.again && !view.continued) {
          return { text: t.added(view.key, view.again.occurrences), icon: 'check', tone: 'again' };
        }
        if (view.continued) return { text: t.continuing(view.key), icon: 'check', tone: 'good' };
        return { text: t.recorded(time(view.at, view.zone)), icon: 'check', tone: 'good' };
      case 'journalled':
        return { text: t.journalled, icon: 'warning', tone: 'bad' };
      case 'refused':
        return { text: t.refused, icon: 'stop', tone: 'bad' };
      case 'failed':
        return { text: t.failed, icon: 'stop', tone: 'bad' };
    }
  }
  const { text, icon, tone } = status();
  return (
    <header class="popup-head">
      <p class={`popup-status popup-status-${tone}`} role="status">
        <span class="popup-mark">{icon ? <Icon name={icon} size={18} /> : <span class="popup-dot" />}</span>
        <span>{text}</span>
      </p>
      {view.state === 'recorded' && (
        <div class="popup-actions">
          {view.continued ? (
            <Button size="s" onClick={() => void controller.recordAnew()}>
              {t.recordAgain}
            </Button>
          ) : (
            <Button
              size="s"
              title={view.trashed ? undefined : view.again ? t.aloneHint : t.undoHint}
              onClick={() =>
                void (view.trashed
                  ? controller.redo()
                  : view.again
                    ? controller.again(null)
                    : controller.undo())
              }
            >
              {view.trashed ? t.redo : t.undo}
            </Button>
          )}
          <Button size="s" iconEnd="external" title={t.logHint} onClick={() => void controller.openLog()}>
            {t.log}
          </Button>
        </div>
      )}
    </header>
  );
}
