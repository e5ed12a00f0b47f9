import { describe, expect, it } from 'vitest';
import { createElseDrafts } from '../../../lib/app/else/else-draft.ts';
import type { ElseDraft } from '../../../lib/app/else/else-draft.ts';
import { createElseService } from '../../../lib/app/else/else-service.ts';
import type { ElseRecord } from '../../../lib/app/else/else-service.ts';
import { prepare } from '../../../lib/app/attachments/prepare.ts';
import { issueId } from '../../../lib/domain/ledger/primitives.ts';
import { createScrubber } from '../../../lib/domain/privacy/scrubber.ts';
import { totalMasked } from '../../../lib/domain/privacy/scrubber/scrubbed.ts';
import { testProfile } from '../../support/storage.ts';
import { newId } from './background-lab.ts';

const SECRET = 'Hs4kLp9xWm2nQv7bTr6z';
const NOW = new Date('2026-11-23T14:02:00.000Z');

function workshop() {
  const store = testProfile().store();
  const kept = new Map<string, unknown>();
  const scrubber = createScrubber({ secret: new Uint8Array(32) });
  const scrub = async (text: string) => scrubber.note(text);
  const drafts = createElseDrafts(
    {
      read: async (key) => kept.get(key),
      write: async (key, value) => void kept.set(key, structuredClone(value)),
      remove: async (key) => void kept.delete(key),
    },
    scrub,
  );
  const service = createElseService({
    store,
    drafts,
    scrub,
    machine: async () => ({
      browser: 'Test',
      browserVersion: '1',
      os: 'Linux',
      extensionVersion: '0.1.0',
      uiLanguage: 'en',
      languages: ['en'],
    }),
    now: () => NOW,
    zone: () => 'Europe/Berlin',
    newId: () => crypto.randomUUID(),
    newCaptureId: newId,
    newIssueId: () => issueId.parse(crypto.randomUUID()),
    canPickScreen: false,
    pickScreen: async () => ({ ok: false, why: 'unavailable' }),
  });
  const masks = { text: counted(scrubber.text), url: counted(scrubber.url) };
  return { store, kept, drafts, service, masks };
}

const counted =
  (work: (text: string) => { value: string; masked: Readonly<Record<string, number>> }) => (text: string) => {
    const { value, masked } = work(text);
    return { value, masked: totalMasked(masked) };
  };

const nothing = (): ElseRecord => ({
  captureId: newId(),
  systemName: '',
  text: '',
  earlier: null,
  impact: null,
  urgency: null,
  attached: [],
});

describe('recording what is not in the browser', () => {
  it('is one occurrence with its words, rating and files, in one transaction', async () => {
    const { store, service, masks } = workshop();
    const file = new File(['The line was dead.'], 'note.txt');
    const one = await prepare(file, { masking: { ...masks, pause: () => null }, painter: noPainter });
    if ('code' in one) throw new Error(`The file was refused: ${one.code}.`);
    const done = await service.record({
      ...nothing(),
      systemName: '  Phone   system ',
      text: `No line.\npassword: ${SECRET}`,
      impact: 1,
      urgency: 2,
      attached: [{ ...one, via: 'file' }],
    });
    if (!done.ok) throw new Error(done.code);
    const issue = await store.issue(done.issueId);
    expect(issue).toMatchObject({
      key: done.key,
      title: 'No line.',
      host: null,
      url: null,
      impact: 1,
      urgency: 2,
      needsDetails: false,
      files: [{ via: 'file', file: { name: 'note.txt', kind: 'text' } }],
    });
    expect(issue?.occurrences[0]).toMatchObject({
      certainty: 'exact',
      at: NOW.toISOString(),
      body: {
        via: 'app',
        systemName: 'Phone system',
        picture: { state: 'missing', reason: 'not-in-browser' },
        evidence: { state: 'missing', reason: 'not-in-browser' },
        masked: { total: 1 },
      },
    });
    expect(JSON.stringify(issue)).not.toContain(SECRET);
    expect(issue?.entries.map(({ n }) => n)).toEqual([2, 3, 4, 5]);
    expect(await store.page({ scope: 'log', sort: 'newest' }, { limit: 5 })).toMatchObject([
      { system: 'Phone system', host: '' },
    ]);
  });

  it('is found by the name of the system, which also is the title where nothing else was said', async () => {
    const { store, service } = workshop();
    const done = await service.record({ ...nothing(), systemName: 'Printer, 2nd floor' });
    if (!done.ok) throw new Error(done.code);
    expect((await store.issue(done.issueId))?.title).toBe('Printer, 2nd floor');
    const view = { scope: 'log', sort: 'newest' } as const;
    const found = await store.search(view, ['printer'], new AbortController().signal, () => undefined);
    expect(found.rows).toHaveLength(1);
  });

  it('keeps when it happened, that this is a memory, and how exact it is', async () => {
    const { store, service } = workshop();
    const at = new Date('2026-07-01T06:30:00.000Z');
    const done = await service.record({ ...nothing(), text: 'x', earlier: { at, plusMinusMin: 30 } });
    if (!done.ok) throw new Error(done.code);
    const issue = await store.issue(done.issueId);
    expect(issue?.firstAt).toBe(at.toISOString());
    expect(issue?.occurrences[0]).toMatchObject({ certainty: 'recalled', plusMinusMin: 30 });
    // The words were written now.
    expect(issue?.entries.find(({ kind }) => kind === 'issue.described')).toMatchObject({
      certainty: 'exact',
      at: NOW.toISOString(),
    });
  });

  it('records a draft once, even when it is sent twice', async () => {
    const { store, service } = workshop();
    const what = { ...nothing(), text: 'Twice' };
    const [first, second] = [await service.record(what), await service.record(what)];
    expect(second).toEqual(first);
    expect((await store.counts()).all).toBe(1);
  });

  it('offers names given before, then hosts, each once', async () => {
    const { service } = workshop();
    for (const systemName of ['Fax', 'Phone system', 'Fax', ''])
      await service.record({ ...nothing(), text: 'x', systemName });
    expect((await service.systems()).toSorted()).toEqual(['Fax', 'Phone system']);
  });
});

describe('the draft of the form', () => {
  const draft: ElseDraft = {
    captureId: newId(),
    systemName: 'Phone',
    text: `token=${SECRET} is what I typed`,
    when: 'earlier',
    minute: '2026-11-23T14:02',
    plusMinusMin: 30,
    impact: 2,
    urgency: null,
    attached: 1,
  };

  it('comes back as it was, but for its secrets, which never reach the disk', async () => {
    const { drafts, kept } = workshop();
    await drafts.save(draft);
    expect(JSON.stringify([...kept])).not.toContain(SECRET);
    expect(await drafts.read()).toEqual({ ...draft, text: expect.stringContaining('is what I typed') });
  });

  it('does not come back after it was cleared, whatever was still on its way', async () => {
    const { drafts, kept } = workshop();
    const saving = drafts.save(draft);
    await drafts.clear();
    await saving;
    expect(kept.size).toBe(0);
  });

  it('is ignored when it is not understood', async () => {
    const { drafts, kept } = workshop();
    kept.set('elseDraft', { ...draft, impact: 7 });
    expect(await drafts.read()).toBeNull();
  });
});

/** A text needs none. */
const noPainter = {
  decode: () => Promise.reject(new Error('There is nothing to draw on here.')),
  encode: () => Promise.reject(new Error('There is nothing to draw on here.')),
};
