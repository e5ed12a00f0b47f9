import type { RecordedView } from '../../lib/app/client/protocol.ts';
import { popupFailure } from '../../lib/i18n/popup/failure.ts';
import type { PopupWords } from '../../lib/i18n/popup/popup.ts';
import type { PopupState } from './popup-controller.ts';
import { useSpeech } from './words.ts';

/** Why parts are missing, in as few sentences as possible. */
function missingSentences(view: RecordedView, t: PopupWords): string[] {
  const picture = view.picture.state === 'missing' ? view.picture.reason : null;
  const page = view.evidenceMissing;
  if (picture !== null && picture === page) return [`${t.noPictureNorDetails} ${t.reason[picture]}`];
  return [
    ...(picture === null ? [] : [`${t.noPicture} ${t.reason[picture]}`]),
    ...(page === null ? [] : [`${t.noPageDetails} ${t.reason[page]}`]),
  ];
}

/** Messages of weight: what happened, what is safe, what to do. */
function boxOf({ view, text }: PopupState, t: PopupWords): string[] {
  switch (view.state) {
    case 'journalled':
      return [t.journalledWhat, popupFailure(t, view.code)];
    case 'refused':
      return [t.refusedReason[view.reason]];
    case 'failed':
      return [popupFailure(t, view.code), ...(text === '' ? [] : [t.failedText])];
    default:
      return [];
  }
}

/** The end of the popup; it may grow without moving anything. */
export function Notices({ state }: { state: PopupState }) {
  const { t, time } = useSpeech();
  const { view } = state;
  const lines =
    view.state === 'recorded'
      ? [
          ...(view.continued ? [t.continuingHint(time(view.at, view.zone))] : []),
          ...missingSentences(view, t),
          ...(view.maskedTotal > 0 ? [t.masked(view.maskedTotal)] : []),
        ]
      : [];
  const box = boxOf(state, t);
  const unsaved = state.save === 'failed' ? `${t.notSaved} ` : '';
  return (
    <div class="popup-notices">
      {lines.map((line) => (
        <p class="quiet small" key={line}>
          {line}
        </p>
      ))}
      {box.length > 0 && (
        <div class="popup-box">
          {box.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <div class="popup-alert" role="alert">
        {state.problem !== null && <p class="popup-box">{unsaved + popupFailure(t, state.problem)}</p>}
      </div>
    </div>
  );
}
