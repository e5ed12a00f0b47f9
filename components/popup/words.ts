import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../lib/i18n/area.ts';
import type { PopupWords } from '../../lib/i18n/popup/popup.ts';

/** What the popup says and how it writes a time. Its own, because the page's LocaleProvider would double its size. */
export type PopupSpeech = Readonly<{
  t: PopupWords;
  language: Language;
  time: (at: string, zone: string) => string;
  /** Until when: the time of today, else with its day. A day alone stays one. */
  until: (by: string) => string;
  /** `yesterday`, `3 days ago`, `3 Nov 2026` */
  day: (at: string) => string;
}>;

export const SpeechContext = createContext<PopupSpeech | null>(null);

export function useSpeech(): PopupSpeech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('A part of the popup was drawn outside of SpeechContext.');
  return speech;
}
