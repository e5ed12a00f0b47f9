import type { PopupClient } from '../../lib/app/client/popup-client.ts';
import type {
  CaptureView,
  DoneWithView,
  PictureHow,
  PictureNews,
  RecordedView,
  Told,
} from '../../lib/app/client/protocol.ts';
import type { SystemChoice, SystemOffers } from '../../lib/app/client/system-view.ts';
import type { ReasonCode } from '../../lib/domain/evidence/reason.ts';
import type { Suggestion } from '../../lib/domain/issue/suggestion.ts';
import { createDraftSaver } from './draft-saver.ts';
import type { SaveState } from './draft-saver.ts';

export type PopupState = Readonly<{
  view: CaptureView;
  text: string;
  save: SaveState;
  /** Code of the last thing that did not work. */
  problem: string | null;
  /** Enter was pressed; the popup closes as soon as the text is on disk. */
  finishing: boolean;
  /** How another picture is coming along. */
  picture: PictureNews['picture'] | null;
  /** Issues that this may be another occurrence of; null: not known yet, and what stands below them waits. */
  same: readonly Suggestion[] | null;
  /** What happened without a popup, and the key for it. */
  told: Told | null;
  /** The record it tells of was taken back here. */
  tookBack: boolean;
  /** The system was chosen here, and that can be taken back. */
  systemSet: boolean;
}>;

export type Level = 1 | 2 | 3;

export type PopupController = Readonly<{
  get(): PopupState;
  subscribe(listener: (state: PopupState) => void): () => void;
  type(text: string): void;
  finish(): Promise<void>;
  flush(): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
  rate(change: { impact?: Level | null; urgency?: Level | null }): Promise<void>;
  /** Takes a finding off, or puts it back. */
  removeChip(chipId: string, back?: boolean): Promise<void>;
  /** Makes it an occurrence of that issue; null: an issue of its own again. */
  again(issueId: Suggestion['issueId'] | null): Promise<void>;
  recordAnew(): Promise<void>;
  openLog(): Promise<void>;
  takePicture(how: PictureHow): Promise<void>;
  stopPicture(): Promise<void>;
  systems(): Promise<SystemOffers | null>;
  /** null: done, else the code of what did not work. */
  setSystem(choice: SystemChoice): Promise<string | null>;
  undoSystem(): Promise<void>;
  /** Takes back what was recorded without a popup, or takes that back. */
  takeBack(): Promise<void>;
}>;

const EMPTY: CaptureView = { state: 'recording', host: null, title: '' };

/** What the popup knows and does, without a screen. The background owns the capture; this only asks and shows. */
export function createPopupController(deps: {
  client: PopupClient;
  first: Promise<CaptureView>;
  later: (run: () => void, ms: number) => () => void;
  close: () => void;
}): PopupController {
  const { client } = deps;
  const listeners = new Set<(state: PopupState) => void>();
  let state: PopupState = {
    view: EMPTY,
    text: '',
    save: 'idle',
    problem: null,
    finishing: false,
    picture: null,
    same: null,
    told: null,
    tookBack: false,
    systemSet: false,
  };
  let typed = false;
  let asked = false;

  function change(next: Partial<PopupState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener(state);
  }
  const saver = createDraftSaver({
    save: (text) => client.saveDraft(text),
    later: deps.later,
    onState(save, code) {
      // Before the record exists there is nowhere to put the text; the saver tries again.
      const early = save === 'failed' && state.view.state === 'recording';
      change({ save: early ? 'dirty' : save, problem: save === 'failed' && !early ? code : null });
    },
  });

  function show(told: CaptureView): void {
    // Messages may overtake each other; what is recorded does not become "recording" again, nor lose its small picture.
    if (told.state === 'recording' && state.view.state !== 'recording') return;
    const view = withThumb(told, state.view);
    const kept = 'text' in view && !typed ? { text: view.text } : {};
    change({ view, ...kept });
    if (view.state === 'recorded' && !asked) {
      asked = true;
      void client.same().then((same) => change({ same }));
    }
    if (state.finishing && view.state !== 'recording') void finish();
  }
  function settle(done: DoneWithView): void {
    if (done.ok) change({ view: done.view, problem: null });
    else change({ problem: done.code });
  }
  async function finish(): Promise<void> {
    if (state.view.state === 'recording') {
      change({ finishing: true });
      return;
    }
    saver.drop();
    change({ finishing: true });
    const done = await client.done(state.text);
    if (done.ok) {
      deps.close();
      return;
    }
    change({ finishing: false, problem: done.code, save: 'failed' });
  }
  function recorded(): RecordedView | null {
    return state.view.state === 'recorded' ? state.view : null;
  }

  client.onView(show);
  client.onPicture((picture) => change({ picture }));
  void deps.first.then(async (view) => {
    show(view);
    change({ told: await client.told() });
  });

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type(text) {
      typed = true;
      change({ text });
      saver.touch(text);
    },
    finish,
    flush: () => saver.flush(),
    async undo() {
      saver.flush();
      settle(await client.undo());
    },
    async redo() {
      settle(await client.redo());
    },
    async rate(rating) {
      const before = recorded();
      if (!before) return;
      change({ view: { ...before, ...rating } });
      const done = await client.rate(before.issueId, rating);
      const now = recorded();
      if (done.ok || !now) change({ problem: done.ok ? null : done.code });
      else change({ view: { ...now, impact: before.impact, urgency: before.urgency }, problem: done.code });
    },
    async removeChip(chipId, back = false) {
      settle(await client.removeChip(chipId, back));
    },
    async again(issueId) {
      saver.flush();
      settle(await client.again(issueId));
    },
    async recordAnew() {
      const old = state.view;
      saver.flush();
      saver.drop();
      typed = false;
      asked = false;
      change({ view: EMPTY, text: '', save: 'idle', problem: null, same: null, systemSet: false });
      const view = await client.recordAnew();
      if (view.state === 'failed' && old.state === 'recorded') {
        change({ view: old, text: old.text, problem: view.code });
      } else show(view);
    },
    systems: () => client.systems(),
    async setSystem(choice) {
      const done = await client.setSystem(choice);
      if (!done.ok) return done.code;
      change({ view: done.view, problem: null, systemSet: true });
      return null;
    },
    async undoSystem() {
      const done = await client.undoSystem();
      settle(done);
      if (done.ok) change({ systemSet: false });
    },
    async takeBack() {
      const news = state.told?.news;
      if (news?.what !== 'recorded') return;
      const tookBack = !state.tookBack;
      const done = await client.trash(news.captureId, tookBack);
      change(done.ok ? { tookBack, problem: null } : { problem: done.code });
    },
    async takePicture(how) {
      saver.flush();
      change({ picture: { state: 'running', how, percent: 0 } });
      const done = await client.takePicture(how);
      if (done.ok) {
        // What is to be in the picture lies behind this window.
        if (how !== 'full-page') deps.close();
      } else if (done.code === 'no-background') change({ picture: null, problem: done.code });
      // as: the background refuses a picture with a reason
      else change({ picture: { state: 'missing', reason: done.code as ReasonCode } });
    },
    async stopPicture() {
      await client.stopPicture();
    },
    async openLog() {
      saver.flush();
      const done = await client.openLog(recorded()?.issueId);
      if (done.ok) deps.close();
      else change({ problem: done.code });
    },
  };
}

/** The acknowledgement comes without the small picture, which may have come already. */
function withThumb(view: CaptureView, before: CaptureView): CaptureView {
  if (view.state !== 'recorded' || before.state !== 'recorded') return view;
  const { picture } = view;
  const known = before.captureId === view.captureId ? before.picture : null;
  if (picture.state !== 'present' || picture.thumb !== '' || known?.state !== 'present') return view;
  return { ...view, picture: { ...picture, thumb: known.thumb } };
}
