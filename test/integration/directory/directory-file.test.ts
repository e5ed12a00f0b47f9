import { describe, expect, it } from 'vitest';
import { createDirectoryFileService } from '../../../lib/app/directory/directory-file-service.ts';
import type { Managed } from '../../../lib/app/directory/directory-service.ts';
import { headKey } from '../../../lib/domain/directory/directory.ts';
import { ACME, DIRECTORY, office, SLA } from '../../support/accounts.ts';

function setUp(seed = 1, managed?: Managed) {
  const lab = office(seed, managed);
  const delivered: string[] = [];
  const service = createDirectoryFileService({
    directory: lab.directory,
    now: lab.deps.now,
    version: '0.1.0',
    download: (_, name) => void delivered.push(name),
  });
  const directory = async () => (await lab.directory.view()).directory;
  /** Kinds of all that was written after the ledger began. */
  const lines = async () => {
    const { ledger } = await lab.store.own();
    const entries = await lab.store.entries(ledger, 1, 1000);
    return entries.map(({ kind }) => kind).filter((kind) => kind !== 'ledger.started');
  };
  return { ...lab, service, delivered, view: directory, lines };
}

async function fileOfColleague(withReporters = false): Promise<Blob> {
  const { directory, service } = setUp(7);
  await directory.saveAll([...DIRECTORY, { kind: 'reporter', value: { id: 'r', name: 'Ana' } }]);
  return (await service.make({ withReporters })).blob;
}

describe('a set-up file', () => {
  it('brings what one has set up into the empty log of another, as one change that can be undone', async () => {
    const file = await fileOfColleague();
    const { service, view, lines } = setUp();
    const plan = await service.inspect(file);
    expect(plan).toMatchObject({ ok: true, same: [], changed: [], refused: [], version: '0.1.0' });
    expect(await lines()).toEqual([]);

    const done = await service.apply(file, { replaceChanged: true });
    expect(done).toMatchObject({ ok: true, fresh: DIRECTORY.length, changed: 0 });
    expect((await lines())[0]).toBe('directory.merged');
    const directory = await view();
    expect(directory.providers.get(ACME.id)).toEqual(ACME);
    expect(directory.agreements.get(SLA.id)).toEqual(SLA);
    expect(directory.reporters.size).toBe(0);

    if (!done.ok || done.undo === null) throw new Error('Taking a file in can be undone.');
    expect(await done.undo()).toMatchObject({ ok: true });
    expect((await view()).providers.size).toBe(0);
  });

  it('holds who reports only when it is asked for', async () => {
    const { service, view } = setUp();
    await service.apply(await fileOfColleague(true), { replaceChanged: true });
    expect((await view()).reporters.get('r')).toEqual({ id: 'r', name: 'Ana' });
  });

  it('taken in twice changes nothing the second time', async () => {
    const file = await fileOfColleague();
    const { service, lines } = setUp();
    await service.apply(file, { replaceChanged: true });
    const before = await lines();
    const plan = await service.inspect(file);
    expect(plan.ok && [plan.fresh.length, plan.changed.length, plan.same.length]).toEqual([
      0,
      0,
      DIRECTORY.length,
    ]);
    expect(await service.apply(file, { replaceChanged: true })).toMatchObject({
      fresh: 0,
      changed: 0,
      undo: null,
    });
    expect(await lines()).toEqual(before);
  });

  it('replaces what is different here only when that is wanted, and undo brings it back', async () => {
    const file = await fileOfColleague();
    const { service, directory, view } = setUp();
    await directory.save('provider', { ...ACME, name: 'Acme of ours' });
    const name = async () => (await view()).providers.get(ACME.id)?.name;

    expect(await service.apply(file, { replaceChanged: false })).toMatchObject({ changed: 0 });
    expect(await name()).toBe('Acme of ours');
    const done = await service.apply(file, { replaceChanged: true });
    expect(done).toMatchObject({ fresh: 0, changed: 1 });
    expect(await name()).toBe('Acme');
    if (done.ok) await done.undo?.();
    expect(await name()).toBe('Acme of ours');
  });

  it('does not touch what the organisation gives', async () => {
    const file = await fileOfColleague();
    const given = { ...ACME, name: 'Acme by policy' };
    const { service, view } = setUp(1, { things: [{ kind: 'provider', value: given }], problem: null });
    const plan = await service.inspect(file);
    expect(plan).toMatchObject({ refused: [{ kind: 'provider', reason: 'managed' }] });
    expect(await service.apply(file, { replaceChanged: true })).toMatchObject({ ok: true });
    expect((await view()).providers.get(ACME.id)).toEqual(given);
    expect((await view()).agreements.get(SLA.id)).toEqual(SLA);
  });

  it('lets what was retired here rest', async () => {
    const file = await fileOfColleague();
    const { service, directory, view } = setUp();
    await service.apply(file, { replaceChanged: true });
    await directory.retire('system', 's-erp');
    expect(await service.apply(file, { replaceChanged: true })).toMatchObject({ fresh: 0, changed: 0 });
    expect((await view()).retired.has(headKey('system', 's-erp'))).toBe(true);
  });

  it.each([
    ['is no set-up file', '{"format":"casebook-export/1"}', 'not-directory'],
    ['ends in the middle', '{"format":"casebook-directory/1","madeAt"', 'not-json'],
    ['comes from a newer version', '{"format":"casebook-directory/9"}', 'newer-version'],
  ])('that %s is refused and leaves nothing behind', async (_, text, code) => {
    const { service, lines } = setUp();
    const file = new Blob([text]);
    expect(await service.inspect(file)).toEqual({ ok: false, code });
    expect(await service.apply(file, { replaceChanged: true })).toEqual({ ok: false, code });
    expect(await lines()).toEqual([]);
  });

  it('is handed over under a name with its date', async () => {
    const { service, directory, delivered } = setUp();
    await directory.saveAll(DIRECTORY);
    const made = await service.make({ withReporters: false });
    service.deliver(made);
    expect(delivered[0]).toMatch(/^casebook-directory_\d{4}-\d{2}-\d{2}\.json$/);
    expect(made.things).toBe(DIRECTORY.length);
  });
});
