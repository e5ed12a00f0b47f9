import { describe, expect, it } from 'vitest';
import { createSaving } from '../../../components/providers/create-saving.ts';
import { createToasts } from '../../../components/ui/toasts.ts';
import type { EditResult } from '../../../lib/app/log/edits.ts';

const team = { id: 't', name: 'Desk' };
const words = {
  failed: (code: string) => `failed ${code}`,
  masked: (count: number) => `masked ${count}`,
  undo: 'Undo',
  undone: 'Taken back.',
  nothing: 'Nothing.',
};

function setUp(answer: (said: string) => EditResult | Promise<EditResult>) {
  const toasts = createToasts();
  const asked: string[] = [];
  const say = (said: string) => {
    asked.push(said);
    return Promise.resolve(answer(said));
  };
  const saving = createSaving(
    {
      save: (_, { id }) => say(`save ${id}`),
      saveAll: () => say('all'),
      retire: (_, id) => say(`retire ${id}`),
    },
    toasts,
    () => words,
  );
  const texts = () => toasts.shown.value.map(({ text }) => text);
  return { saving, asked, texts, toasts };
}

/** Lets what was promised happen. */
const settle = () => new Promise((done) => setTimeout(done, 0));

describe('saving', () => {
  it('says what it did, and takes it back with the toast or the key', async () => {
    const back: string[] = [];
    const { saving, texts } = setUp((said) => ({
      ok: true,
      masked: 0,
      undo: () => {
        back.push(said);
        return Promise.resolve({ ok: true, masked: 0, undo: null });
      },
    }));
    expect(await saving.save('team', team, 'Desk saved.')).toBe(true);
    expect(await saving.retire('team', 't', 'Desk retired.')).toBe(true);
    saving.undo();
    await settle();
    saving.undo();
    await settle();
    expect(back).toEqual(['retire t', 'save t']);
    saving.undo();
    expect(texts()).toEqual(['Taken back.', 'Taken back.', 'Nothing.']);
  });

  it('says why it was not done, and that secrets were masked', async () => {
    const { saving, texts } = setUp((said) =>
      said === 'all' ? { ok: true, masked: 2, undo: null } : { ok: false, code: 'invalid' },
    );
    expect(await saving.save('team', team, 'Desk saved.')).toBe(false);
    expect(await saving.saveAll([], 'Done.')).toBe(true);
    expect(texts()).toEqual(['failed invalid', 'Done. masked 2']);
  });

  it('does not throw when the database does', async () => {
    const { saving, texts } = setUp(() => Promise.reject(new Error('gone')));
    expect(await saving.save('team', team, 'Desk saved.')).toBe(false);
    expect(texts()).toEqual(['failed unknown']);
  });
});
