import { useEffect, useRef } from 'preact/hooks';
import type { PictureHow } from '../../lib/app/client/protocol.ts';
import { Button } from '../ui/Button.tsx';
import type { PopupController, PopupState } from './popup-controller.ts';
import { useSpeech } from './words.ts';

const HOWS: readonly PictureHow[] = ['region', 'full-page', 'delayed'];

/** More than what the window shows: a part of the page, all of it, or what opens in the next seconds. */
export function MorePictures({ state, controller }: { state: PopupState; controller: PopupController }) {
  const { t } = useSpeech();
  const row = useRef<HTMLDivElement>(null);
  const { picture, view } = state;
  const running = picture?.state === 'running';
  useEffect(() => {
    // The button that had the focus is gone.
    if (picture && document.activeElement === document.body) row.current?.querySelector('button')?.focus();
  }, [running]);

  function status(): string {
    switch (picture?.state) {
      case undefined:
        return '';
      case 'running':
        return picture.how === 'full-page' ? `${picture.percent} %` : '…';
      case 'added':
        return picture.cut ? t.pictureCut : t.pictureAdded;
      case 'missing':
        return `${t.notAdded} ${t.reason[picture.reason]}`;
      case 'stopped':
        return t.notAdded;
    }
  }
  return (
    <section class="popup-more">
      <div ref={row} class="popup-more-row" role="group" aria-label={t.morePictures}>
        <span>{running ? t.pictureHow[picture.how] : t.morePictures}</span>
        {running ? (
          <Button size="s" onClick={() => void controller.stopPicture()}>
            {t.pictureCancel}
          </Button>
        ) : (
          HOWS.map((how) => (
            <Button
              key={how}
              size="s"
              disabled={view.state !== 'recorded'}
              onClick={() => void controller.takePicture(how)}
            >
              {t.pictureHow[how]}
            </Button>
          ))
        )}
      </div>
      <p class="quiet small" aria-live={running ? 'off' : 'polite'}>
        {status()}
      </p>
    </section>
  );
}
