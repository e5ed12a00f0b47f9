import { Button } from '../ui/Button.tsx';
import type { PopupController, PopupState } from './popup-controller.ts';
import { TellBy } from './TellBy.tsx';
import { useSpeech } from './words.ts';

/** In one line: what happened since the last popup, or else how to do without one. */
export function Told({ state, controller }: { state: PopupState; controller: PopupController }) {
  const { t, time } = useSpeech();
  const { told, tookBack } = state;
  if (told === null) return null;
  const { news, shortcut } = told;
  if (news === null) return shortcut === '' ? null : <p class="quiet small">{t.shortcut(shortcut)}</p>;
  if (news.what === 'no-picture') return <p class="small">{`${t.notAdded} ${t.reason[news.reason]}`}</p>;
  const when = time(news.at, news.zone);
  const what = tookBack ? t.silentlyBack(when) : t.silently(when);
  const act = tookBack ? t.redo : t.undo;
  return (
    <div>
      <p class="popup-head small">
        <span role="status">{what}</span>
        <Button size="s" aria-label={`${act}: ${what}`} onClick={() => void controller.takeBack()}>
          {act}
        </Button>
      </p>
      {!tookBack && <TellBy tell={news.tell} />}
    </div>
  );
}
