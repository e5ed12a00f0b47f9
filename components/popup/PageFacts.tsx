import type { CaptureView } from '../../lib/app/client/protocol.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { Icon } from '../ui/Icon.tsx';
import { PageText } from '../ui/PageText.tsx';
import type { PopupController, PopupState } from './popup-controller.ts';
import { SystemLine } from './SystemLine.tsx';
import { useSpeech } from './words.ts';

function Thumbnail({ view, controller }: { view: CaptureView; controller: PopupController }) {
  const { t } = useSpeech();
  if (view.state !== 'recorded') return <div class="popup-thumb" />;
  if (view.picture.state === 'missing' || view.picture.thumb === '') {
    return (
      <div class="popup-thumb popup-thumb-empty">
        <Icon name="picture" size={20} />
        {view.picture.state === 'missing' && <span>{t.noPicture}</span>}
      </div>
    );
  }
  return (
    <button type="button" class="popup-thumb" title={t.enlarge} onClick={() => void controller.openLog()}>
      <img src={view.picture.thumb} alt={t.screenshot} />
    </button>
  );
}

/** What was recorded: picture, address, title and whose system it is. */
export function PageFacts({ state, controller }: { state: PopupState; controller: PopupController }) {
  const { t } = useSpeech();
  const { view } = state;
  const page = view.state === 'refused' || view.state === 'failed' ? null : view;
  const known = page !== null && (page.host !== null || page.title !== '' || view.state !== 'recording');
  const title = page?.title === '' ? t.untitled : (page?.title ?? '');
  const host = page?.host ?? t.noAddress;
  return (
    <section class="popup-page">
      <Thumbnail view={view} controller={controller} />
      <div class="popup-page-text">
        {known ? (
          <>
            <p class="popup-host mono" title={visibleText(host)}>
              <bdi dir="ltr">{visibleText(host)}</bdi>
            </p>
            <p class="popup-title" title={visibleText(title)}>
              <PageText text={title} />
            </p>
          </>
        ) : (
          <>
            <p class="bone bone-host" />
            <p class="bone bone-title" />
          </>
        )}
        {view.state === 'recorded' ? (
          <SystemLine view={view} changed={state.systemSet} controller={controller} />
        ) : (
          <p class="bone bone-system" />
        )}
      </div>
    </section>
  );
}
