import { render } from 'preact';
import type { PopupClient } from '../../lib/app/client/popup-client.ts';
import type { CaptureView } from '../../lib/app/client/protocol.ts';
import type { Locale } from '../../lib/i18n/locale.ts';
import type { PopupWords } from '../../lib/i18n/popup/popup.ts';
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
  t: PopupWords,
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
  const time = (at: string, timeZone: string) =>
    new Date(at).toLocaleTimeString(tag, { timeStyle: 'short', timeZone });
  const until = (by: string) => {
    const at = new Date(by);
    if (by.length < 11) return at.toLocaleDateString(tag, { dateStyle: 'medium', timeZone: 'UTC' });
    const timeOf = { hour: 'numeric', minute: '2-digit' } as const;
    const isToday = at.toDateString() === new Date().toDateString();
    return at.toLocaleString(
      tag,
      isToday ? timeOf : { weekday: 'short', day: 'numeric', month: 'short', ...timeOf },
    );
  };
  document.title = t.documentTitle;
  const day = (at: string) => dayWords(new Date(at), new Date(), tag);
  render(
    <SpeechContext.Provider value={{ t, language, time, until, day }}>
      <Popup controller={controller} />
    </SpeechContext.Provider>,
    root,
  );
}
