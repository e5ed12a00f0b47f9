// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Popup } from '../../../components/popup/Popup.tsx';
import { NOTE_LIMIT } from '../../../components/popup/note-limit.ts';
import { createPopupController } from '../../../components/popup/popup-controller.ts';
import { SpeechContext } from '../../../components/popup/words.ts';
import type { PopupSpeech } from '../../../components/popup/words.ts';
import type { PopupClient } from '../../../lib/app/client/popup-client.ts';
import { LIMITS } from '../../../lib/domain/ledger/limits.ts';
import { captureView } from '../../../lib/app/client/protocol.ts';
import type { CaptureView } from '../../../lib/app/client/protocol.ts';
import { wordsOf } from '../../../lib/i18n/area.ts';
import { popup } from '../../../lib/i18n/popup/popup.ts';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const recorded = captureView.parse({
  state: 'recorded',
  continued: false,
  captureId: ID,
  issueId: ID,
  key: 'K7-0042',
  at: '2026-11-23T13:02:05.123Z',
  zone: 'Europe/Berlin',
  url: 'https://portal.acme.example/',
  host: 'portal.acme.example',
  title: 'Invoices',
  system: { state: 'none' },
  pageState: 'ok',
  picture: { state: 'present', thumb: 'data:image/jpeg;base64,AA==', width: 10, height: 10 },
  evidenceMissing: null,
  chips: [{ id: 'c1', kind: 'error-id', label: 'Request ID', value: '8f2c' }],
  text: '',
  impact: null,
  urgency: null,
  trashed: false,
  maskedTotal: 2,
});
if (recorded.state !== 'recorded') throw new Error('The example is not a recorded view.');
const VIEW = recorded;

function open(first: CaptureView | Promise<CaptureView>, over: Partial<PopupClient> = {}) {
  const calls: string[] = [];
  let closed = 0;
  let push: (view: CaptureView) => void = () => undefined;
  let now = VIEW;
  const log = <T,>(name: string, result: T): Promise<T> => {
    calls.push(name);
    return Promise.resolve(result);
  };
  const client: PopupClient = {
    start: () => Promise.resolve(first),
    view: () => Promise.resolve(first),
    onView: (listener) => {
      push = listener;
      return () => undefined;
    },
    saveDraft: (text) => log(`save ${text}`, { ok: true }),
    done: (text) => log(`done ${text}`, { ok: true, view: now }),
    rate: (_, change) => log(`rate ${JSON.stringify(change)}`, { ok: true }),
    removeChip: (id) => {
      now = { ...now, chips: now.chips.filter((chip) => chip.id !== id) };
      return log(`chip ${id}`, { ok: true, view: now });
    },
    undo: () => log('undo', { ok: true, view: { ...now, trashed: true } }),
    redo: () => log('redo', { ok: true, view: { ...now, trashed: false } }),
    recordAnew: () => log('anew', { ...now, continued: false, key: 'K7-0043' }),
    openLog: (id) => log(`log ${id ?? ''}`, { ok: true }),
    systems: () => Promise.resolve(null),
    setSystem: () => log('set system', { ok: true, view: now }),
    undoSystem: () => log('undo system', { ok: true, view: now }),
    onPicture: () => undefined,
    takePicture: (how) => log(`picture ${how}`, { ok: true }),
    stopPicture: () => log('stop', { ok: true }),
    same: () => Promise.resolve([]),
    again: (id) =>
      log(`again ${id ?? 'undone'}`, {
        ok: true,
        view:
          id === null
            ? now
            : { ...now, issueId: id, key: 'K7-0007', again: { title: 'The list is empty', occurrences: 5 } },
      }),
    told: () => Promise.resolve(null),
    trash: (id, trashed) => log(`trash ${id} ${trashed}`, { ok: true, view: now }),
    ...over,
  };
  const controller = createPopupController({
    client,
    first: Promise.resolve(first),
    close: () => {
      closed += 1;
    },
    later(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  const speech: PopupSpeech = {
    t: wordsOf(popup, 'en'),
    language: 'en',
    until: (by) => by,
    time: (at: string, timeZone: string) =>
      new Date(at).toLocaleTimeString('en-GB', { timeStyle: 'short', timeZone }),
    day: () => 'yesterday',
  };
  render(
    <SpeechContext.Provider value={speech}>
      <Popup controller={controller} />
    </SpeechContext.Provider>,
  );
  return { calls, controller, push: (view: CaptureView) => push(view), closed: () => closed };
}

const pictureOf = (view: CaptureView) => (view.state === 'recorded' ? view.picture : null);
const note = () => screen.getByRole('textbox', { name: 'What went wrong?' });

afterEach(cleanup);

describe('the small picture', () => {
  it('that came before the acknowledgement is not lost to it', async () => {
    let acknowledge: (view: CaptureView) => void = () => undefined;
    const { controller, push } = open(new Promise<CaptureView>((resolve) => (acknowledge = resolve)));
    push(VIEW);
    acknowledge({ ...VIEW, picture: { state: 'present', thumb: '', width: 10, height: 10 } });
    await waitFor(() => expect(controller.get().told).toBeNull());
    expect(pictureOf(controller.get().view)).toEqual(VIEW.picture);
  });
});

describe('popup', () => {
  it('lets people type as much as the ledger keeps', () => {
    expect(NOTE_LIMIT).toBe(LIMITS.note);
  });
  it('says Recording until the record is on disk, then the time of the record in its own zone', async () => {
    let finish: (view: CaptureView) => void = () => undefined;
    open(new Promise<CaptureView>((resolve) => (finish = resolve)));
    expect(screen.getByRole('status').textContent).toBe('Recording…');
    finish(VIEW);
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Recorded 14:02'));
  });
  it('puts the keyboard into the note', async () => {
    open(VIEW);
    await waitFor(() => expect(document.activeElement).toBe(note()));
  });
  it('never goes back from Recorded to Recording', async () => {
    const { push } = open(VIEW);
    await screen.findByText('Recorded 14:02');
    push({ state: 'recording', host: null, title: '' });
    expect(screen.getByRole('status').textContent).toBe('Recorded 14:02');
  });
  it('keeps what was typed when the record arrives', async () => {
    let finish: (view: CaptureView) => void = () => undefined;
    open(new Promise<CaptureView>((resolve) => (finish = resolve)));
    fireEvent.input(note(), { target: { value: 'It is slow' } });
    finish({ ...VIEW, text: 'It' });
    await screen.findByText('Recorded 14:02');
    expect(note()).toHaveProperty('value', 'It is slow');
  });
  it('finishes with Enter and closes only after the text is acknowledged', async () => {
    let answer: () => void = () => undefined;
    const { closed } = open(VIEW, {
      done: () => new Promise((resolve) => (answer = () => resolve({ ok: true, view: VIEW }))),
    });
    await screen.findByText('Recorded 14:02');
    fireEvent.keyDown(note(), { key: 'Enter' });
    expect(closed()).toBe(0);
    answer();
    await waitFor(() => expect(closed()).toBe(1));
  });
  it('waits with Enter until the record exists', async () => {
    let finish: (view: CaptureView) => void = () => undefined;
    const { calls, closed } = open(new Promise<CaptureView>((resolve) => (finish = resolve)));
    fireEvent.input(note(), { target: { value: 'quick' } });
    fireEvent.keyDown(note(), { key: 'Enter' });
    expect(calls).toEqual([]);
    finish(VIEW);
    await waitFor(() => expect(closed()).toBe(1));
    expect(calls).toContain('done quick');
  });
  it('leaves Shift+Enter and the Enter of an input method to the text', async () => {
    const { calls } = open(VIEW);
    await screen.findByText('Recorded 14:02');
    fireEvent.keyDown(note(), { key: 'Enter', shiftKey: true });
    fireEvent.keyDown(note(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(note(), { key: 'Enter', keyCode: 229 });
    expect(calls.filter((call) => call.startsWith('done'))).toEqual([]);
  });
  it('shows Saved soon after the last key', async () => {
    const { calls } = open(VIEW);
    await screen.findByText('Recorded 14:02');
    fireEvent.input(note(), { target: { value: 'abc' } });
    await screen.findByText('Saved');
    expect(calls).toContain('save abc');
  });
  it('keeps the popup open and says so when the text could not be saved', async () => {
    const { closed } = open(VIEW, { done: () => Promise.resolve({ ok: false, code: 'disk-full' }) });
    await screen.findByText('Recorded 14:02');
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('The disk is full.'));
    expect(closed()).toBe(0);
  });
  it('undoes and brings back with the same button', async () => {
    open(VIEW);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Bring it back' }));
    await screen.findByRole('button', { name: 'Undo' });
  });
  it('takes a rating back when it is clicked again', async () => {
    const { calls } = open(VIEW);
    await screen.findByText('Recorded 14:02');
    const group = within(screen.getByRole('group', { name: 'Who is hit?' }));
    fireEvent.click(group.getByLabelText('My team'));
    await waitFor(() => expect(group.getByLabelText('My team')).toHaveProperty('checked', true));
    fireEvent.click(group.getByLabelText('My team'));
    await waitFor(() => expect(group.getByLabelText('My team')).toHaveProperty('checked', false));
    expect(calls).toEqual(['rate {"impact":2}', 'rate {"impact":null}']);
  });
  it('takes a rating back when it could not be stored', async () => {
    open(VIEW, { rate: () => Promise.resolve({ ok: false, code: 'unavailable' }) });
    await screen.findByText('Recorded 14:02');
    fireEvent.click(screen.getByLabelText('Nuisance'));
    await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
    expect(screen.getByLabelText('Nuisance')).toHaveProperty('checked', false);
  });
  it('leaves a finding out', async () => {
    open(VIEW);
    fireEvent.click(await screen.findByRole('button', { name: 'Leave out: Request ID 8f2c' }));
    await waitFor(() => expect(screen.queryByText('Request ID 8f2c')).toBeNull());
  });
  it('offers to record again while it continues a record', async () => {
    open({ ...VIEW, continued: true, text: 'half a sen' });
    await screen.findByText('Continuing K7-0042');
    expect(note()).toHaveProperty('value', 'half a sen');
    fireEvent.click(screen.getByRole('button', { name: 'Record again' }));
    await screen.findByText('Recorded 14:02');
    expect(note()).toHaveProperty('value', '');
  });
  it('says once why nothing of the page could be kept', async () => {
    open({
      ...VIEW,
      picture: { state: 'missing', reason: 'browser-page' },
      evidenceMissing: 'browser-page',
    });
    await screen.findByText(
      'No picture and no page details. The browser lets no extension look at its own pages.',
    );
  });
  it('says in a private window that nothing was stored', async () => {
    open({ state: 'refused', reason: 'private-window' });
    await screen.findByText(/nothing was stored/);
    expect(screen.queryByRole('textbox')).toBeNull();
  });
  it('keeps typed text in sight when nothing could be recorded', async () => {
    let finish: (view: CaptureView) => void = () => undefined;
    open(new Promise<CaptureView>((resolve) => (finish = resolve)));
    fireEvent.input(note(), { target: { value: 'precious' } });
    finish({ state: 'failed', code: 'no-background' });
    await screen.findByText('Not recorded');
    expect(note()).toHaveProperty('value', 'precious');
  });

  describe('what happened without a popup', () => {
    const NEWS = { what: 'recorded', captureId: VIEW.captureId, at: VIEW.at, zone: VIEW.zone } as const;

    it('is offered for undo, and the undo can be taken back', async () => {
      const { calls } = open(VIEW, {
        told: () => Promise.resolve({ ok: true, news: NEWS, shortcut: 'Alt+Shift+L' }),
      });
      await screen.findByText('Recorded silently at 14:02');
      fireEvent.click(screen.getByRole('button', { name: 'Undo: Recorded silently at 14:02' }));
      await screen.findByText('Taken back: recorded silently at 14:02');
      fireEvent.click(screen.getByRole('button', { name: /^Bring it back: / }));
      await screen.findByText('Recorded silently at 14:02');
      expect(calls).toEqual([`trash ${ID} true`, `trash ${ID} false`]);
    });

    it('says why a picture that was wanted is missing', async () => {
      const news = { what: 'no-picture', reason: 'other-tab' } as const;
      open(VIEW, { told: () => Promise.resolve({ ok: true, news, shortcut: '' }) });
      await screen.findByText('No picture was added. Another tab or window was in front.');
    });

    it('names the key that the browser really bound, and none where it bound none', async () => {
      open(VIEW, { told: () => Promise.resolve({ ok: true, news: null, shortcut: 'Alt+Shift+9' }) });
      await screen.findByText('Alt+Shift+9 records without this window.');
      cleanup();
      open(VIEW, { told: () => Promise.resolve({ ok: true, news: null, shortcut: '' }) });
      await screen.findByText('Recorded 14:02');
      expect(screen.queryByText(/records without this window/)).toBeNull();
    });
  });
});
