// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { conversationPlaceOf, hashOfPlace } from '../../../components/conversations/conversations-route.ts';
import {
  decisionOf,
  draftOf,
  EMPTY_DECISION,
} from '../../../components/conversations/meeting/decision-draft.ts';
import { KeptText } from '../../../components/conversations/meeting/KeptText.tsx';
import type { MeetingModel } from '../../../components/conversations/meeting/meeting-model.ts';
import type { EditResult } from '../../../lib/app/log/edits.ts';

const DONE: EditResult = { ok: true, masked: 0, undo: null };

/** A field of a conversation, with what it kept and saved. */
function field(result: () => EditResult, kept: Readonly<Record<string, string>> = {}) {
  const drafts = new Map(Object.entries(kept).map(([name, text]) => [name, { text }]));
  const saved: string[] = [];
  const model = {
    conversation: { id: 'c' },
    service: {
      drafts: {
        keep: (_id: string, name: string, values: { text: string }) =>
          Promise.resolve(void drafts.set(name, values)),
        drop: (_id: string, name: string) => Promise.resolve(void drafts.delete(name)),
      },
    },
    drafts: new Map(drafts),
    actions: { edited: (pending: Promise<EditResult>) => pending },
  } as unknown as MeetingModel; // as: only what the field uses
  const save = (text: string) => {
    saved.push(text);
    return Promise.resolve(result());
  };
  const draw = (stored: string) => (
    <KeptText model={model} field="notes" label="Notes" max={100} stored={stored} save={save} />
  );
  const { rerender } = render(draw('Before'));
  return { drafts, saved, stored: (text: string) => rerender(draw(text)) };
}

const box = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Notes' });
/** Effects and whatever was promised are done. */
const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 20)));

afterEach(cleanup);

describe('a text of a conversation', () => {
  it('is a draft a moment after the first key, and an entry when its field is left', async () => {
    const { drafts, saved, stored } = field(() => DONE);
    fireEvent.input(box(), { target: { value: 'T' } });
    await settle();
    fireEvent.input(box(), { target: { value: 'They' } });
    await waitFor(() => expect(drafts.get('notes')).toEqual({ text: 'They' }));
    expect(saved).toEqual([]);
    fireEvent.blur(box());
    await settle();
    expect(saved).toEqual(['They']);
    expect([...drafts]).toEqual([]);
    // Until the log has it, what was typed stands there.
    expect(box().value).toBe('They');
    stored('They, masked');
    await settle();
    expect(box().value).toBe('They, masked');
  });

  it('keeps what the log did not take, and saves it at the next try', async () => {
    let result: EditResult = { ok: false, code: 'disk-full' };
    const { drafts, saved } = field(() => result);
    fireEvent.input(box(), { target: { value: 'They' } });
    await waitFor(() => expect(drafts.has('notes')).toBe(true));
    fireEvent.blur(box());
    await settle();
    expect(drafts.get('notes')).toEqual({ text: 'They' });
    expect(box().value).toBe('They');
    result = DONE;
    fireEvent.blur(box());
    await settle();
    expect(saved).toEqual(['They', 'They']);
    expect([...drafts]).toEqual([]);
  });

  it('opens with what was being typed, saves it when the page goes away, and nothing that is as it was', async () => {
    const { saved } = field(() => DONE, { notes: 'Half a sen' });
    expect(box().value).toBe('Half a sen');
    fireEvent.input(box(), { target: { value: 'Half a sentence' } });
    await settle();
    const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    seen.mockRestore();
    expect(saved).toEqual(['Half a sentence']);
    cleanup();
    const second = field(() => DONE);
    fireEvent.blur(box());
    await settle();
    expect(second.saved).toEqual([]);
  });
});

describe('a decision as it is typed', () => {
  it('is due at the end of its day, and the same when it is opened again', () => {
    const draft = { ...EMPTY_DECISION, text: ' A patch ', owner: 'us', day: '2031-04-01' };
    const decision = decisionOf(draft, () => 'new');
    expect(decision).toMatchObject({ id: 'new', text: 'A patch', owner: 'us' });
    const due = new Date(decision.due ?? '');
    expect([due.getDate(), due.getHours(), due.getMinutes()]).toEqual([1, 23, 59]);
    expect(decisionOf(draftOf(decision), () => 'other')).toEqual(decision);
  });

  it('has no owner, date or acceptance where nothing was said', () => {
    expect(decisionOf({ ...EMPTY_DECISION, text: 'Meet', day: 'soon' }, () => 'new')).toEqual({
      id: 'new',
      text: 'Meet',
    });
  });
});

describe('the address of a conversation', () => {
  it('leads back to where it was made', () => {
    for (const place of [
      { at: 'meeting', id: 'a&b' },
      { at: 'held', provider: '' },
      { at: 'held', provider: 'p-1' },
    ] as const)
      expect(conversationPlaceOf(hashOfPlace(place))).toEqual(place);
    expect(conversationPlaceOf('/conversations?provider=p-1')).toEqual({ at: 'prepare' });
  });
});
