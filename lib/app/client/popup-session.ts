import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import type { Suggestion } from '../../domain/issue/suggestion.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import { ask } from './ask.ts';
import type { FirstMessage } from './first-message.ts';
import type { SendMessage, Sleep } from './ask.ts';
import { holdPort, POPUP_PORT } from './popup-port.ts';
import type { HeldPort, PopupPort } from './popup-port.ts';
import type { SystemChoice, SystemOffers } from './system-view.ts';
import { isPictureNews, isView } from './reply.ts';
import type {
  CaptureView,
  Done,
  DoneWithView,
  PictureHow,
  PictureNews,
  ReplyOf,
  RequestOf,
  Told,
  Verb,
} from './protocol.ts';

/** All that the popup may ask of the background. Nothing here throws: an unreachable background is `failed` / `no-background`. */
export type PopupClient = Readonly<{
  /** The popup's first act: starts (or continues) the capture and answers when it is on disk. */
  start(): Promise<CaptureView>;
  view(): Promise<CaptureView>;
  /** Called with every state the background pushes (host and title before the acknowledgement, thumbnail after it). */
  onView(listener: (view: CaptureView) => void): () => void;
  saveDraft(text: string): Promise<Done>;
  /** Enter or Done: the draft becomes the description. */
  done(text: string): Promise<DoneWithView>;
  rate(issueId: IssueId, change: { impact?: 1 | 2 | 3 | null; urgency?: 1 | 2 | 3 | null }): Promise<Done>;
  /** Takes a finding off; `back`: puts it back. */
  removeChip(chipId: string, back?: boolean): Promise<DoneWithView>;
  undo(): Promise<DoneWithView>;
  redo(): Promise<DoneWithView>;
  /** While `continued`: record what is on the screen now as a new issue. */
  recordAnew(): Promise<CaptureView>;
  /** Issues that this may be another occurrence of. */
  same(): Promise<readonly Suggestion[]>;
  /** Makes it an occurrence of that issue; null: an issue of its own again. */
  again(issueId: IssueId | null): Promise<DoneWithView>;
  /** What happened while no popup was open; null where nothing is to be told. */
  told(): Promise<Told | null>;
  /** Moves a record that had no popup to the trash, or brings it back. */
  trash(captureId: CaptureId, trashed: boolean): Promise<DoneWithView>;
  /** Another picture; done: it is under way. */
  takePicture(how: PictureHow): Promise<Done>;
  stopPicture(): Promise<Done>;
  /** Called at once with the last news, if there was any. */
  onPicture(listener: (news: PictureNews['picture']) => void): void;
  /** Systems to choose from; null: the background does not tell. */
  systems(): Promise<SystemOffers | null>;
  setSystem(choice: SystemChoice): Promise<DoneWithView>;
  /** Takes the last such choice back. */
  undoSystem(): Promise<DoneWithView>;
  openLog(issueId?: IssueId): Promise<Done>;
}>;

export type PopupSessionDeps = Readonly<{
  send: SendMessage;
  connect(name: string): PopupPort;
  /** Said before this was loaded. */
  first: FirstMessage;
  sleep?: Sleep;
}>;

const pause: Sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
type ViewVerb = 'popup.opened' | 'capture.view' | 'capture.again-anyway';

/** The background is stopped when idle, at the earliest after 30 s; more often than this it is not well. */
const RECONNECT_MS = 250;
const MAX_RECONNECTS = 200;

export function createPopupSession(deps: PopupSessionDeps): PopupClient {
  const { send, connect, sleep = pause } = deps;
  const own = deps.first.captureId as CaptureId; // as: a fresh UUID; the background parses it
  const listeners = new Set<(view: CaptureView) => void>();
  /** The capture on show: our own, or the one that is being continued. */
  let current = own;
  let reconnects = 0;
  let picture: PictureNews['picture'] | null = null;
  /** For those who listen only once the screen is there. */
  let pushed: CaptureView | null = null;
  let hearPicture: ((news: PictureNews['picture']) => void) | null = null;

  function follow(view: CaptureView): CaptureView {
    if (view.state === 'recorded' || view.state === 'journalled') current = view.captureId;
    return view;
  }
  function listen(port: HeldPort): void {
    port.follow(
      (message) => {
        if (isView(message)) {
          pushed = follow(message);
          for (const listener of listeners) listener(message);
        } else if (isPictureNews(message)) {
          ({ picture } = message);
          hearPicture?.(picture);
        }
      },
      // The background was stopped while idle: it must know again that a popup is open.
      () => void reopen(),
    );
  }
  function open(): void {
    try {
      listen(holdPort(connect(POPUP_PORT + current)));
    } catch {
      void reopen();
    }
  }
  async function reopen(): Promise<void> {
    reconnects += 1;
    if (reconnects > MAX_RECONNECTS) return;
    await sleep(RECONNECT_MS);
    open();
  }
  async function view(message: RequestOf<ViewVerb>, via = send): Promise<CaptureView> {
    const got = await ask<ViewVerb>(via, sleep, message);
    return got.ok ? follow(got.reply) : { state: 'failed', code: got.code };
  }
  async function change<V extends Verb>(
    message: RequestOf<V>,
  ): Promise<ReplyOf<V> | { ok: false; code: string }> {
    const got = await ask(send, sleep, message);
    return got.ok ? got.reply : { ok: false, code: got.code };
  }
  const note = (text: string) => text.slice(0, LIMITS.note).toWellFormed();

  return {
    async start() {
      // It is on its way already; only where the background did not hear it, it is said again.
      let said: Promise<unknown> | null = deps.first.answer;
      const answer = view({ verb: 'popup.opened', captureId: own }, (message) => {
        const early = said;
        said = null;
        return early ?? send(message);
      });
      if (deps.first.port) listen(deps.first.port);
      else open();
      return answer;
    },
    view: () => view({ verb: 'capture.view', captureId: current }),
    onView(listener) {
      listeners.add(listener);
      if (pushed) listener(pushed);
      return () => listeners.delete(listener);
    },
    saveDraft: (text) => change<'draft.save'>({ verb: 'draft.save', captureId: current, text: note(text) }),
    done: (text) => change<'draft.done'>({ verb: 'draft.done', captureId: current, text: note(text) }),
    rate: (issueId, { impact, urgency }) =>
      change<'issue.rate'>({
        verb: 'issue.rate',
        issueId,
        ...(impact === undefined ? {} : { impact }),
        ...(urgency === undefined ? {} : { urgency }),
      }),
    removeChip: (chipId, back) =>
      change<'chip.remove'>({ verb: 'chip.remove', captureId: current, chipId, back }),
    undo: () => change<'capture.undo'>({ verb: 'capture.undo', captureId: current }),
    redo: () => change<'capture.redo'>({ verb: 'capture.redo', captureId: current }),
    recordAnew() {
      current = own;
      return view({ verb: 'capture.again-anyway', captureId: own });
    },
    async same() {
      const found = await change<'same.ask'>({ verb: 'same.ask', captureId: current });
      return found.ok ? found.same : [];
    },
    again: (issueId) =>
      change<'capture.again' | 'capture.again-undo'>(
        issueId === null
          ? { verb: 'capture.again-undo', captureId: current }
          : { verb: 'capture.again', captureId: current, issueId },
      ),
    async told() {
      const told = await change<'news.ask'>({ verb: 'news.ask', captureId: own });
      return told.ok ? told : null;
    },
    trash: (captureId, trashed) =>
      change<'capture.undo' | 'capture.redo'>({ verb: trashed ? 'capture.undo' : 'capture.redo', captureId }),
    takePicture: (how) => change<'picture.take'>({ verb: 'picture.take', captureId: current, how }),
    stopPicture: () => change<'picture.cancel'>({ verb: 'picture.cancel', captureId: current }),
    onPicture(listener) {
      hearPicture = listener;
      if (picture) listener(picture);
    },
    async systems() {
      const offers = await change<'system.list'>({ verb: 'system.list', captureId: current });
      return offers.ok ? offers : null;
    },
    setSystem: (choice) => change<'system.set'>({ verb: 'system.set', captureId: current, ...choice }),
    undoSystem: () => change<'system.undo'>({ verb: 'system.undo', captureId: current }),
    openLog: (issueId) =>
      change<'log.open'>({ verb: 'log.open', ...(issueId === undefined ? {} : { issueId }) }),
  };
}
