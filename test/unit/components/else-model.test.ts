import { describe, expect, it } from 'vitest';
import { createElseModel } from '../../../components/else/else-model.ts';
import type { Prepared } from '../../../lib/app/attachments/prepared.ts';
import type { ElseDraft } from '../../../lib/app/else/else-draft.ts';
import type { ElseDone, ElseRecord } from '../../../lib/app/else/else-service.ts';
import { ATTACHMENT_LIMITS } from '../../../lib/domain/evidence/attachment-limits.ts';
import { captureId, issueId } from '../../../lib/domain/ledger/primitives.ts';

const ISSUE = issueId.parse('01890a5d-ac96-774b-bcce-b302099a8057');

function prepared(name: string, bytes = 10): Prepared {
  const sha256 = name.padEnd(64, '0');
  const facts = { sha256, crc32: 1, bytes, mime: 'text/plain' };
  return {
    item: { type: 'file', file: { ...facts, kind: 'text', name } },
    blob: { ...facts, blob: new Blob([name]) },
    name,
    masked: 0,
    leftOut: 0,
  };
}

function open(found: ElseDraft | null = null) {
  const saved: ElseDraft[] = [];
  const recorded: ElseRecord[] = [];
  const timers: (() => void)[] = [];
  let cleared = 0;
  let answer: ElseDone = { ok: true, issueId: ISSUE, key: 'K7-0001' };
  let offered: readonly Prepared[] = [];
  const model = createElseModel({
    service: {
      newId: () => captureId.parse(crypto.randomUUID()),
      drafts: {
        read: async () => found,
        save: async (draft) => void saved.push(draft),
        clear: async () => void (cleared += 1),
      },
      record: async (what) => (recorded.push(what), answer),
    },
    look: async () => ({ prepared: offered, refused: [] }),
    later(run) {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
  });
  return {
    model,
    saved,
    recorded,
    timers,
    cleared: () => cleared,
    answer: (next: ElseDone) => (answer = next),
    async take(...names: readonly Prepared[]) {
      offered = names;
      await model.take([new File(['x'], 'x')], 'file');
    },
  };
}

describe('the form for what is not in the browser', () => {
  it('keeps what is typed a moment later, and at once when the page goes away', () => {
    const { model, saved, timers } = open();
    model.change({ text: 'No' });
    model.change({ text: 'No line' });
    expect(timers).toHaveLength(1);
    expect(saved).toEqual([]);
    model.flush();
    expect(saved).toMatchObject([{ text: 'No line' }]);
    model.flush();
    expect(saved).toHaveLength(1);
  });

  it('goes on with the draft that was found, under its own id, and says what was not kept', async () => {
    const id = captureId.parse(crypto.randomUUID());
    const draft: ElseDraft = {
      captureId: id,
      systemName: 'Fax',
      text: 'It hums',
      when: 'now',
      minute: '',
      plusMinusMin: 15,
      impact: null,
      urgency: 3,
      attached: 2,
    };
    const { model, recorded } = open(draft);
    await model.load();
    expect(model.fields.value).toMatchObject({ systemName: 'Fax', urgency: 3 });
    expect(model.restored.value).toEqual({ lost: 2 });
    await model.record(null);
    expect(recorded).toMatchObject([{ captureId: id, systemName: 'Fax', text: 'It hums', urgency: 3 }]);
  });

  it('goes on saying what was not kept, also after the next reload, until it is there again', async () => {
    const found: ElseDraft = {
      ...open().model.fields.value,
      captureId: captureId.parse(crypto.randomUUID()),
      text: 'It hums',
      attached: 2,
    };
    const { model, saved, take } = open(found);
    await model.load();
    model.change({ text: 'It hums loudly' });
    model.flush();
    expect(saved.at(-1)).toMatchObject({ attached: 2 });
    await take(prepared('a'));
    expect(model.restored.value).toEqual({ lost: 1 });
    await take(prepared('b'));
    expect(model.restored.value).toEqual({ lost: 0 });
    await take(prepared('c'));
    model.flush();
    expect(saved.at(-1)).toMatchObject({ attached: 3 });
  });

  it('never puts a draft over what was typed while it was read', async () => {
    const draft = {
      ...open().model.fields.value,
      captureId: captureId.parse(crypto.randomUUID()),
      attached: 0,
    };
    const { model } = open({ ...draft, text: 'Old' });
    model.change({ text: 'New' });
    await model.load();
    expect(model.fields.value.text).toBe('New');
  });

  it('is empty again after it was recorded, with another id; and as it was after a failure', async () => {
    const { model, recorded, answer, cleared } = open();
    model.change({ text: 'First' });
    answer({ ok: false, code: 'disk-full' });
    await model.record(null);
    expect(model.fields.value.text).toBe('First');
    expect(cleared()).toBe(0);
    answer({ ok: true, issueId: ISSUE, key: 'K7-0001' });
    await model.record(null);
    expect(model.empty.value).toBe(true);
    expect(cleared()).toBe(1);
    model.change({ text: 'Second' });
    await model.record(null);
    expect(recorded[0]?.captureId).toBe(recorded[1]?.captureId);
    expect(recorded[2]?.captureId).not.toBe(recorded[1]?.captureId);
  });

  it('takes the same file once, and no more than an issue may hold', async () => {
    const { model, take } = open();
    await take(prepared('a'));
    await take(prepared('a'), prepared('b', ATTACHMENT_LIMITS.issueBytes), prepared('c', 20));
    expect(model.held.value.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(model.refused.value.map(({ name, code }) => [name, code])).toEqual([
      ['a', 'already-there'],
      ['b', 'issue-full'],
    ]);
    expect(model.taking.value).toBe(0);
    const [first] = model.held.value;
    model.remove(first?.id ?? 0);
    expect(model.held.value.map(({ name }) => name)).toEqual(['c']);
  });

  it('can be recorded with a picture alone, not with nothing or blanks', async () => {
    const { model, take } = open();
    expect(model.empty.value).toBe(true);
    model.change({ text: ' \u200b ', systemName: '\u3164' });
    expect(model.empty.value).toBe(true);
    await take(prepared('a'));
    expect(model.empty.value).toBe(false);
  });
});
