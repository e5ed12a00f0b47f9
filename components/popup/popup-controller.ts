import type { PopupClient } from '../../lib/app/client/popup-client.ts';
import type { CaptureView, DoneWithView, RecordedView } from '../../lib/app/client/protocol.ts';
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
  removeChip(chipId: string): Promise<void>;
  recordAnew(): Promise<void>;
  openLog(): Promise<void>;
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
  let state: PopupState = { view: EMPTY, text: '', save: 'idle', problem: null, finishing: false };
  let typed = false;

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

  function show(view: CaptureView): void {
    // Messages may overtake each other; what is recorded does not become "recording" again.
    if (view.state === 'recording' && state.view.state !== 'recording') return;
    const kept = 'text' in view && !typed ? { text: view.text } : {};
    change({ view, ...kept });
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
  void deps.first.then(show);

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
    async removeChip(chipId) {
      settle(await client.removeChip(chipId));
    },
    async recordAnew() {
      const old = state.view;
      saver.flush();
      saver.drop();
      typed = false;
      change({ view: EMPTY, text: '', save: 'idle', problem: null });
      const view = await client.recordAnew();
      if (view.state === 'failed' && old.state === 'recorded') {
        change({ view: old, text: old.text, problem: view.code });
      } else show(view);
    },
    async openLog() {
      saver.flush();
      const done = await client.openLog(recorded()?.issueId);
      if (done.ok) deps.close();
      else change({ problem: done.code });
    },
  };
}
