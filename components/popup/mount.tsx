import { render } from 'preact';
import type { PopupClient } from '../../lib/app/client/popup-client.ts';
import type { CaptureView } from '../../lib/app/client/protocol.ts';
import { wordsOf } from '../../lib/i18n/area.ts';
import type { Locale } from '../../lib/i18n/locale.ts';
import { popup } from '../../lib/i18n/popup/popup.ts';
import { Popup } from './Popup.tsx';
import { dayWords } from './day-words.ts';
import { createPopupController } from './popup-controller.ts';
import { SpeechContext } from './words.ts';

/** Brings the static shell to life. `first` is the answer to the message that is already on its way. */
export function mountPopup(
  root: HTMLElement,
  client: PopupClient,
  first: Promise<CaptureView>,
  { language, tag }: Locale,
): void {
  const controller = createPopupController({
    client,
    first,
    close: () => window.close(),
    later(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  const t = wordsOf(popup, language);
  const time = (at: string, timeZone: string) =>
    new Date(at).toLocaleTimeString(tag, { timeStyle: 'short', timeZone });
  document.title = t.documentTitle;
  const day = (at: string) => dayWords(new Date(at), new Date(), tag);
  render(
    <SpeechContext.Provider value={{ t, time, day }}>
      <Popup controller={controller} />
    </SpeechContext.Provider>,
    root,
  );
}
