import { describe, expect, it } from 'vitest';
import { createManaged } from '../../../../lib/app/directory/managed.ts';
import type { DirectoryThing } from '../../../../lib/domain/directory/read-entry.ts';
import { directoryText } from '../../../../lib/export/directory/write-directory.ts';

const THINGS: DirectoryThing[] = [
  { kind: 'provider', value: { id: 'p', name: 'Acme', kind: 'saas', channels: [] } },
  {
    kind: 'system',
    value: {
      id: 's',
      name: 'ERP',
      providerId: 'p',
      patterns: [],
      environment: 'prod',
      criticality: 1,
      aliases: [],
    },
  },
];
const TEXT = directoryText({ madeAt: '2026-11-23T14:02:05.123Z', version: '0.1.0' }, THINGS);

const read = (value: unknown) => createManaged({ get: async () => value }).read();
const refused = (problem: string) => ({ things: [], problem });

describe('what the organisation gives', () => {
  it('is a directory file, as its text or as it is', async () => {
    expect(await read({ directory: TEXT })).toEqual({ things: THINGS, problem: null });
    expect(await read({ directory: JSON.parse(TEXT) })).toEqual({ things: THINGS, problem: null });
  });

  it('is nothing where no policy is set, in either browser', async () => {
    const nothing = { things: [], problem: null };
    expect(await read({})).toEqual(nothing);
    expect(await read(undefined)).toEqual(nothing);
    const firefox = { get: () => Promise.reject(new Error('Managed storage manifest not found')) };
    expect(await createManaged(firefox).read()).toEqual(nothing);
  });

  it.each([
    ['a value of another program', { colour: 'red' }, 'not-ours'],
    ['a number', { directory: 7 }, 'not-ours'],
    ['no JSON', { directory: 'providers: Acme' }, 'not-json'],
    ['other JSON', { directory: '{"providers":[]}' }, 'not-directory'],
    [
      'a later version',
      { directory: TEXT.replace('casebook-directory/1', 'casebook-directory/2') },
      'newer-version',
    ],
    ['one wrong thing among right ones', { directory: TEXT.replace('"saas"', '"magic"') }, 'bad-things'],
  ])('is refused as a whole: %s', async (_what, value, problem) => {
    expect(await read(value)).toEqual(refused(problem));
  });

  it('never keeps the log from opening', async () => {
    const broken = { get: () => Promise.reject(new Error('disk on fire')) };
    expect(await createManaged(broken).read()).toEqual(refused('unreadable'));
  });
});
