import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directoryFile, DIRECTORY_LIMITS } from '../../../lib/export/directory/directory-format.ts';
import { directoryText } from '../../../lib/export/directory/write-directory.ts';
import { readDirectoryFile } from '../../../lib/export/importers/directory-reader.ts';
import { STRINGS } from '../../support/corpus/strings.ts';
import { anyThings } from '../../support/directory-things.ts';

const HEAD = { madeAt: '2026-11-28T10:00:00.000Z', version: '0.1.0' };
const read = (text: string | Uint8Array<ArrayBuffer>) => readDirectoryFile(new Blob([text]));
const file = (more: object) =>
  JSON.stringify({
    format: 'casebook-directory/1',
    madeAt: HEAD.madeAt,
    application: { name: 'Casebook', version: '0.1.0' },
    ...more,
  });
const PROVIDER = { id: 'p', name: 'Acme', kind: 'msp', channels: [] };

describe('a directory file', () => {
  it('gives back exactly what was written into it', async () => {
    await fc.assert(
      fc.asyncProperty(anyThings(), async (things) => {
        const result = await read(directoryText(HEAD, things));
        if (!result.ok) throw new Error(result.code);
        expect(result.refused).toEqual([]);
        const byId = (list: typeof things) =>
          list.toSorted((a, b) => (`${a.kind}${a.value.id}` < `${b.kind}${b.value.id}` ? -1 : 1));
        expect(byId(result.things.map(({ thing }) => thing))).toEqual(byId(things));
        expect(result).toMatchObject(HEAD);
        expect(result.sha256).toMatch(/^[0-9a-f]{64}$/);
      }),
      { numRuns: 30 },
    );
  });

  it('is what the published schema says', () => {
    const schema: object = JSON.parse(readFileSync('docs/schema/casebook-directory-1.schema.json', 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    for (const things of fc.sample(anyThings(), 10)) {
      const value: unknown = JSON.parse(directoryText(HEAD, things));
      validate(value);
      expect(validate.errors).toBeNull();
      expect(() => directoryFile.parse(value)).not.toThrow();
    }
    expect(validate(JSON.parse(file({ secrets: [] })))).toBe(false);
  });

  it('keeps every text as it is, also hostile ones', async () => {
    const names = STRINGS.map(({ value }) => value.toWellFormed().slice(0, 200).toWellFormed()).filter(
      Boolean,
    );
    const things = names.map((name, i) => ({ kind: 'team', value: { id: `${i}`, name } }) as const);
    const result = await read(directoryText(HEAD, things));
    expect(result.ok && result.things.map(({ thing }) => thing.value.name)).toEqual(names);
  });

  it('loses a thing that does not fit, by name, and keeps the others', async () => {
    const calendar = { id: 'c', name: 'Hours', tz: 'Europe/Atlantis', versions: [] };
    const result = await read(
      file({
        providers: [
          PROVIDER,
          { ...PROVIDER, id: 'q', name: 'Evil', kind: 'x' },
          { ...PROVIDER, id: 'r', more: 1 },
          7,
        ],
        calendars: [calendar],
      }),
    );
    expect(result).toMatchObject({
      ok: true,
      things: [{ thing: { kind: 'provider', value: PROVIDER }, place: 1 }],
      refused: [
        { kind: 'provider', name: 'Evil', reason: 'invalid', place: 2 },
        { kind: 'provider', name: 'Acme', reason: 'invalid', place: 3 },
        { kind: 'provider', name: '', reason: 'invalid', place: 4 },
        { kind: 'calendar', name: 'Hours', reason: 'invalid', place: 1 },
      ],
    });
  });

  it('loses a thing that is larger than things are', async () => {
    const patterns = Array.from({ length: 3000 }, () => ({ kind: 'host', pattern: 'x'.repeat(100) }));
    const system = { id: 's', name: 'Huge', patterns, environment: 'prod', criticality: 1, aliases: [] };
    const result = await read(file({ systems: [system] }));
    expect(result).toMatchObject({ ok: true, things: [], refused: [{ name: 'Huge', reason: 'too-large' }] });
  });
});

describe('a file that is no directory', () => {
  const deep = file({ providers: [JSON.parse('['.repeat(40) + ']'.repeat(40))] });
  it.each<readonly [string, string | Uint8Array<ArrayBuffer>, string]>([
    ['is empty', '', 'empty'],
    ['is too large', file({ providers: [{ ...PROVIDER, notes: 'x'.repeat(9 << 20) }] }), 'too-large'],
    ['is a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'not-utf8'],
    ['is UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), 'not-utf8'],
    ['ends in the middle', file({ providers: [PROVIDER] }).slice(0, -5), 'not-json'],
    ['is other JSON', '{"hello":1}', 'not-directory'],
    ['is an export', '{"format":"casebook-export/1"}', 'not-directory'],
    ['is a list', '[]', 'not-directory'],
    ['comes from a later version', file({ format: 'casebook-directory/2' }), 'newer-version'],
    ['has fields that there are not', file({ scripts: [] }), 'bad-outline'],
    ['has too many things', file({ teams: Array(DIRECTORY_LIMITS.things + 1).fill({}) }), 'bad-outline'],
    ['is nested without end', deep, 'hostile'],
    ['says a name twice', file({}).replace('{', '{"teams":[],"teams":[],'), 'hostile'],
    ['reaches for the program', file({}).replace('{', '{"__proto__":{"x":1},'), 'hostile'],
  ])('is refused with the reason when it %s', async (_, content, code) => {
    expect(await read(content)).toEqual({ ok: false, code });
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
