import { useEffect, useState } from 'preact/hooks';
import { Findings } from './Findings.tsx';
import { MorePictures } from './MorePictures.tsx';
import { NoteField } from './NoteField.tsx';
import { Notices } from './Notices.tsx';
import { PageFacts } from './PageFacts.tsx';
import type { PopupController } from './popup-controller.ts';
import { Rating } from './Rating.tsx';
import { SameAsBefore } from './SameAsBefore.tsx';
import { StatusHead } from './StatusHead.tsx';
import { TellBy } from './TellBy.tsx';
import { Told } from './Told.tsx';
import { useSpeech } from './words.ts';

/** Everything keeps its place from "Recording…" to "Recorded"; only the end of the page may grow. */
export function Popup({ controller }: { controller: PopupController }) {
  const { t } = useSpeech();
  const [state, setState] = useState(() => controller.get());
  useEffect(() => {
    setState(controller.get());
    return controller.subscribe(setState);
  }, [controller]);
  useEffect(() => {
    const flush = () => controller.flush();
    addEventListener('pagehide', flush);
    return () => removeEventListener('pagehide', flush);
  }, [controller]);

  const { view } = state;
  const dead = view.state === 'refused' || view.state === 'failed';
  return (
    <>
      <h1 class="hidden-text">{t.documentTitle}</h1>
      <StatusHead view={view} controller={controller} />
      {!dead && <PageFacts state={state} controller={controller} />}
      {(!dead || state.text !== '') && <NoteField state={state} controller={controller} />}
      {!dead && <Rating view={view} controller={controller} />}
      {!dead && <MorePictures state={state} controller={controller} />}
      {view.state === 'recorded' && state.same !== null && (
        <>
          {!view.trashed && <SameAsBefore view={view} same={state.same} controller={controller} />}
          <Findings chips={view.chips} controller={controller} />
        </>
      )}
      {view.state === 'recorded' && view.system.state === 'one' && <TellBy tell={view.system.tell} />}
      <Told state={state} controller={controller} />
      <Notices state={state} />
    </>
  );
}
