import { describe, expect, it } from 'vitest';
import type { RecordedView, Same } from '../../../lib/app/client/protocol.ts';
import { issueId } from '../../../lib/domain/ledger/primitives.ts';
import { lab, newId, TAB } from './background-lab.ts';
import type { Lab } from './background-lab.ts';

async function record(bench: Lab, note = ''): Promise<RecordedView> {
  const id = newId();
  const view = await bench.recorded(id);
  if (note !== '') await bench.change({ verb: 'draft.done', captureId: id, text: note });
  return view;
}
async function same(bench: Lab, view: RecordedView): Promise<Same['same']> {
  const found = (await bench.ask({ verb: 'same.ask', captureId: view.captureId })) as Same; // as: this verb's answer
  if (!found.ok) throw new Error('The background did not answer with suggestions.');
  return found.same;
}
async function change(bench: Lab, message: object): Promise<RecordedView> {
  const done = await bench.change(message);
  if (!done.ok || done.view.state !== 'recorded') throw new Error(`Not done: ${JSON.stringify(done)}`);
  return done.view;
}
const again = (bench: Lab, view: RecordedView, to: RecordedView) =>
  change(bench, { verb: 'capture.again', captureId: view.captureId, issueId: to.issueId });

describe('Again', () => {
  it('offers the earlier issue of the same page and words, with its key, title and count', async () => {
    const bench = lab();
    const first = await record(bench, 'The list of invoices stays empty');
    const second = await record(bench, 'The list of invoices stays empty again');
    expect(await same(bench, second)).toMatchObject([
      { issueId: first.issueId, key: first.key, title: 'The list of invoices stays empty', occurrences: 1 },
    ]);
  });
  it('offers nothing where nothing was recorded before', async () => {
    const bench = lab();
    expect(await same(bench, await record(bench))).toEqual([]);
  });
  it('turns the capture into an occurrence, and the popup then speaks of that issue', async () => {
    const bench = lab();
    const first = await record(bench, 'The list of invoices stays empty');
    const second = await record(bench);
    const view = await again(bench, second, first);
    expect(view).toMatchObject({
      captureId: second.captureId,
      issueId: first.issueId,
      key: first.key,
      again: { title: 'The list of invoices stays empty', occurrences: 2 },
      text: '',
    });
    const issue = await bench.store.issue(second.issueId);
    expect(issue?.id).toBe(first.issueId);
    expect(issue?.occurrences).toHaveLength(2);
  });
  it('is taken back by one entry more, and nothing is erased', async () => {
    const bench = lab();
    const first = await record(bench, 'The list stays empty');
    const second = await record(bench);
    await again(bench, second, first);
    const view = await change(bench, { verb: 'capture.again-undo', captureId: second.captureId });
    expect(view).toMatchObject({ issueId: second.issueId, key: second.key });
    expect(view.again).toBeUndefined();
    expect((await bench.store.issue(first.issueId))?.occurrences).toHaveLength(1);
    expect((await bench.entries()).slice(-2).map(({ kind }) => kind)).toEqual([
      'occurrence.moved',
      'occurrence.moved',
    ]);
  });
  it('can change its mind from one suggestion to another', async () => {
    const bench = lab();
    const [one, two, now] = [
      await record(bench, 'The list stays empty'),
      await record(bench, 'The sum is wrong'),
      await record(bench),
    ];
    await again(bench, now, one);
    expect((await again(bench, now, two)).issueId).toBe(two.issueId);
    expect((await bench.store.issue(one.issueId))?.occurrences).toHaveLength(1);
  });
  it('keeps the typed note with the occurrence, whether it is written before or after', async () => {
    const bench = lab();
    const first = await record(bench, 'The list stays empty');
    const second = await record(bench);
    await bench.ask({ verb: 'draft.save', captureId: second.captureId, text: 'Today with' });
    const view = await again(bench, second, first);
    expect(view.text).toBe('Today with');
    const done = await change(bench, {
      verb: 'draft.done',
      captureId: second.captureId,
      text: 'Today with order 4711',
    });
    expect(done.text).toBe('Today with order 4711');
    const issue = await bench.store.issue(first.issueId);
    expect(issue?.description).toBe('The list stays empty');
    expect(issue?.absorbed.map(({ description }) => description)).toEqual(['Today with order 4711']);
    await change(bench, { verb: 'capture.again-undo', captureId: second.captureId });
    expect((await bench.store.issue(second.issueId))?.description).toBe('Today with order 4711');
  });
  it('leaves the findings of the other occurrences out of the popup', async () => {
    const bench = lab();
    const first = await record(bench, 'The list stays empty');
    const second = await record(bench);
    const view = await again(bench, second, first);
    expect(view.chips).toEqual(second.chips);
  });
  it('rates the issue as a whole from then on', async () => {
    const bench = lab();
    const first = await record(bench, 'The list stays empty');
    const view = await again(bench, await record(bench), first);
    await bench.ask({ verb: 'issue.rate', issueId: view.issueId, impact: 1 });
    expect((await bench.store.issue(first.issueId))?.impact).toBe(1);
  });
  it('refuses an issue that is gone', async () => {
    const bench = lab();
    const view = await record(bench);
    const gone = issueId.parse(crypto.randomUUID());
    expect(await bench.change({ verb: 'capture.again', captureId: view.captureId, issueId: gone })).toEqual({
      ok: false,
      code: 'no-such-issue',
    });
    expect((await bench.entries()).some(({ kind }) => kind === 'occurrence.moved')).toBe(false);
  });
  it('is known when the popup is opened again on the same page', async () => {
    const bench = lab();
    const first = await record(bench, 'The list stays empty');
    const id = newId();
    const close = bench.popup(id);
    await bench.recorded(id);
    await bench.change({ verb: 'capture.again', captureId: id, issueId: first.issueId });
    await bench.ask({ verb: 'draft.save', captureId: id, text: 'Since nine' });
    await close();
    const next = await bench.recorded(newId());
    expect(next).toMatchObject({
      continued: true,
      captureId: id,
      key: first.key,
      text: 'Since nine',
      again: { occurrences: 2 },
    });
  });
  it('moves only the capture to the trash when it is taken back as a whole, never the issue it was added to', async () => {
    const bench = lab();
    const first = await record(bench, 'The list stays empty');
    const second = await record(bench);
    await again(bench, second, first);
    const view = await change(bench, { verb: 'capture.undo', captureId: second.captureId });
    expect(view).toMatchObject({ issueId: second.issueId, trashed: true });
    expect(await bench.store.issue(first.issueId)).toMatchObject({ trashed: false });
    expect((await bench.store.issue(first.issueId))?.occurrences).toHaveLength(1);
  });
  it('answers with nothing for a capture it does not know', async () => {
    const bench = lab();
    bench.world.tab = TAB;
    expect(await bench.ask({ verb: 'same.ask', captureId: newId() })).toEqual({
      ok: false,
      code: 'unknown-capture',
    });
  });
});
