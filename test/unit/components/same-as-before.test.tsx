// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { dayWords } from '../../../components/popup/day-words.ts';
import { Popup } from '../../../components/popup/Popup.tsx';
import { createPopupController } from '../../../components/popup/popup-controller.ts';
import { SpeechContext } from '../../../components/popup/words.ts';
import type { PopupClient } from '../../../lib/app/client/popup-client.ts';
import { captureView } from '../../../lib/app/client/protocol.ts';
import type { RecordedView } from '../../../lib/app/client/protocol.ts';
import type { Suggestion } from '../../../lib/domain/issue/suggestion.ts';
import { issueId } from '../../../lib/domain/ledger/primitives.ts';
import { wordsOf } from '../../../lib/i18n/area.ts';
import { popup } from '../../../lib/i18n/popup/popup.ts';

const uuid = (n: number): string => `01890a5d-ac96-774b-bcce-b302099a805${n}`;
const parsed = captureView.parse({
  state: 'recorded',
  continued: false,
  captureId: uuid(0),
  issueId: uuid(0),
  key: 'K7-0050',
  at: '2026-11-23T13:02:05.123Z',
  zone: 'Europe/Berlin',
  url: 'https://portal.acme.example/',
  host: 'portal.acme.example',
  title: 'Invoices',
  system: { state: 'none' },
  pageState: 'ok',
  picture: { state: 'missing', reason: 'hung' },
  evidenceMissing: null,
  chips: [],
  text: '',
  impact: null,
  urgency: null,
  trashed: false,
  maskedTotal: 0,
});
if (parsed.state !== 'recorded') throw new Error('The example is not a recorded view.');
const VIEW: RecordedView = parsed;

const suggestion = (n: number, why: Suggestion['why']): Suggestion => ({
  issueId: issueId.parse(uuid(n)),
  key: `K7-000${n}`,
  title: `Problem ${n}`,
  occurrences: n + 3,
  lastAt: '2026-11-22T10:00:00.000Z',
  why,
});
const SAME = [suggestion(1, 'same-error'), suggestion(2, 'same-page'), suggestion(3, 'similar-title')];

function open(first: RecordedView = VIEW, same: readonly Suggestion[] = SAME) {
  const calls: string[] = [];
  let now = first;
  const nothing = () => Promise.resolve({ ok: true as const });
  const still = () => Promise.resolve({ ok: true as const, view: now });
  const client: PopupClient = {
    start: () => Promise.resolve(first),
    view: () => Promise.resolve(now),
    onView: () => () => undefined,
    onPicture: () => undefined,
    saveDraft: nothing,
    done: still,
    rate: nothing,
    removeChip: still,
    undo: still,
    redo: still,
    recordAnew: () => Promise.resolve(VIEW),
    same: () => Promise.resolve(same),
    again(id) {
      calls.push(id ?? 'undone');
      const of = same.find((one) => one.issueId === id);
      now = of
        ? {
            ...first,
            issueId: of.issueId,
            key: of.key,
            again: { title: of.title, occurrences: of.occurrences + 1 },
          }
        : VIEW;
      return still();
    },
    told: () => Promise.resolve(null),
    trash: still,
    systems: () => Promise.resolve(null),
    setSystem: still,
    undoSystem: still,
    takePicture: nothing,
    stopPicture: nothing,
    openLog: nothing,
  };
  const controller = createPopupController({
    client,
    first: Promise.resolve(first),
    close: () => undefined,
    later: () => () => undefined,
  });
  render(
    <SpeechContext.Provider
      value={{
        t: wordsOf(popup, 'en'),
        language: 'en',
        time: () => '14:02',
        until: (by) => by,
        day: () => 'yesterday',
      }}
    >
      <Popup controller={controller} />
    </SpeechContext.Provider>,
  );
  return { calls };
}

const note = () => screen.getByRole('textbox', { name: 'What went wrong?' });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

afterEach(cleanup);

describe('Same as before?', () => {
  it('shows key, title, why, how often and when of each', async () => {
    open();
    await screen.findByText('Same as before?');
    const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
    expect(lines).toEqual([
      'K7-0001 Problem 1Same error · 4× · yesterdayAgain Alt+1 K7-0001',
      'K7-0002 Problem 2Same page · 5× · yesterdayAgain Alt+2 K7-0002',
      'K7-0003 Problem 3Similar title · 6× · yesterdayAgain Alt+3 K7-0003',
    ]);
  });
  it('is not there when nothing is like it', async () => {
    open(VIEW, []);
    await screen.findByText('Recorded 14:02');
    expect(screen.queryByText('Same as before?')).toBeNull();
  });
  it('adds the capture with one click, says so, and the same button takes it back', async () => {
    const { calls } = open();
    fireEvent.click(await screen.findByRole('button', { name: 'Again Alt+1 K7-0001' }));
    await waitFor(() =>
      expect(screen.getAllByRole('status')[0]?.textContent).toBe('Added to K7-0001 (5th time)'),
    );
    fireEvent.click(button('Undo Alt+1 K7-0001'));
    await screen.findByText('Recorded 14:02');
    expect(calls).toEqual([uuid(1), 'undone']);
    expect(button('Again Alt+1 K7-0001')).toBeTruthy();
  });
  it('is taken back by Undo at the top, too', async () => {
    const { calls } = open();
    fireEvent.click(await screen.findByRole('button', { name: 'Again Alt+2 K7-0002' }));
    await screen.findByText('Added to K7-0002 (6th time)');
    fireEvent.click(button('Undo'));
    await screen.findByText('Recorded 14:02');
    expect(calls).toEqual([uuid(2), 'undone']);
  });
  it('does not take back by the second half of a double click', async () => {
    const { calls } = open();
    const again = await screen.findByRole('button', { name: 'Again Alt+1 K7-0001' });
    fireEvent.click(again, { detail: 1 });
    await screen.findByText('Added to K7-0001 (5th time)');
    fireEvent.click(button('Undo Alt+1 K7-0001'), { detail: 2 });
    expect(calls).toEqual([uuid(1)]);
  });
  it('knows the issue of a capture that is continued', async () => {
    open(
      {
        ...VIEW,
        continued: true,
        issueId: SAME[0]?.issueId ?? VIEW.issueId,
        key: 'K7-0001',
        again: { title: 'Old one', occurrences: 9 },
      },
      [],
    );
    await screen.findByText('Continuing K7-0001');
    expect(screen.getByRole('listitem').textContent).toBe('K7-0001 Old one9×Undo Alt+1 K7-0001');
  });

  describe('by key', () => {
    const press = (target: Element | Document, n: number, over: KeyboardEventInit = {}) =>
      fireEvent.keyDown(target, { key: String(n), code: `Digit${n}`, bubbles: true, ...over });

    it('takes a bare digit where nothing is typed', async () => {
      const { calls } = open();
      await screen.findByText('Same as before?');
      press(button('Done'), 2);
      expect(calls).toEqual([uuid(2)]);
    });
    it('leaves a bare digit to the note, even an empty one: it may be the first character', async () => {
      const { calls } = open();
      await screen.findByText('Same as before?');
      press(note(), 3);
      expect(calls).toEqual([]);
    });
    it('takes Alt and a digit from within the note', async () => {
      const { calls } = open();
      await screen.findByText('Same as before?');
      fireEvent.input(note(), { target: { value: 'Since this morning' } });
      press(note(), 3, { altKey: true });
      expect(calls).toEqual([uuid(3)]);
    });
    it('leaves Alt to keyboards that write other characters with it, once a note was begun', async () => {
      const { calls } = open();
      await screen.findByText('Same as before?');
      fireEvent.input(note(), { target: { value: 'Said ' } });
      press(note(), 2, { altKey: true, key: '“' });
      expect(calls).toEqual([]);
      fireEvent.input(note(), { target: { value: '' } });
      press(note(), 2, { altKey: true, key: '“' });
      expect(calls).toEqual([uuid(2)]);
    });
    it('leaves the shortcuts of the browser alone, and a key held down counts once', async () => {
      const { calls } = open();
      await screen.findByText('Same as before?');
      press(document.body, 1, { ctrlKey: true });
      press(document.body, 1, { metaKey: true });
      press(document.body, 1);
      press(document.body, 1, { repeat: true });
      expect(calls).toEqual([uuid(1)]);
    });
  });
});

describe('the day it was last seen', () => {
  const now = new Date(2026, 10, 23, 9, 0);
  it.each([
    [new Date(2026, 10, 23, 0, 5), 'today'],
    [new Date(2026, 10, 22, 23, 55), 'yesterday'],
    [new Date(2026, 10, 20, 12, 0), '3 days ago'],
    [new Date(2026, 9, 25, 2, 30), '29 days ago'],
    [new Date(2026, 8, 1, 12, 0), '1 Sept 2026'],
  ])('%s is %s', (at, words) => expect(dayWords(at, now, 'en-GB')).toBe(words));
});
