import { SHELVES } from '../../domain/directory/directory.ts';
import { DIRECTORY_KINDS, type DirectoryKind } from '../../domain/directory/entries.ts';
import type { FileThing, RefusedThing } from '../../domain/directory/merge-plan.ts';
import { readThing } from '../../domain/directory/read-entry.ts';
import { sha256Hex } from '../../domain/ledger/chain.ts';
import type { Instant, Sha256Hex } from '../../domain/ledger/primitives.ts';
import { cutAt } from '../../domain/text/cut.ts';
import { DIRECTORY_LIMITS, directoryOutline } from '../directory/directory-format.ts';
import { parseGuarded } from './json-guard.ts';

export type DirectoryProblem =
  | 'empty'
  | 'too-large'
  | 'not-utf8'
  | 'not-json'
  /** JSON made to hurt: nested too deep, a name twice, names that reach into the program. */
  | 'hostile'
  /** JSON, but no directory. */
  | 'not-directory'
  | 'newer-version'
  /** A directory with fields or numbers of things that there cannot be. */
  | 'bad-outline';

/** What a directory file says; things that do not fit are named, never taken. */
export type ReadDirectory = Readonly<{
  ok: true;
  madeAt: Instant;
  version: string;
  sha256: Sha256Hex;
  things: readonly FileThing[];
  refused: readonly RefusedThing[];
}>;
export type DirectoryRead = ReadDirectory | Readonly<{ ok: false; code: DirectoryProblem }>;

function nameOf(value: unknown): string {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : '';
  return typeof name === 'string' ? cutAt(name.toWellFormed(), 200) : '';
}

function problemOf(value: unknown): DirectoryProblem {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null;
  const version =
    typeof format === 'string' ? /^casebook-directory\/(\d{1,4})$/.exec(format)?.[1] : undefined;
  if (version === undefined) return 'not-directory';
  return Number(version) > 1 ? 'newer-version' : 'bad-outline';
}

function readOne(kind: DirectoryKind, value: unknown, place: number): FileThing | RefusedThing {
  const refusal = (reason: RefusedThing['reason']) => ({ kind, name: nameOf(value), reason, place });
  if (JSON.stringify(value).length > DIRECTORY_LIMITS.thingBytes) return refusal('too-large');
  const thing = readThing(kind, value);
  return thing === null ? refusal('invalid') : { thing, place };
}

async function textOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | DirectoryProblem> {
  if (file.size === 0) return 'empty';
  if (file.size > DIRECTORY_LIMITS.fileBytes) return 'too-large';
  return new Uint8Array(await file.arrayBuffer());
}

function decoded(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reads a directory file (docs/schema/casebook-directory-1.schema.json) from wherever it came. */
export async function readDirectoryFile(file: Blob): Promise<DirectoryRead> {
  const bytes = await textOf(file);
  if (typeof bytes === 'string') return { ok: false, code: bytes };
  const text = decoded(bytes);
  if (text === null) return { ok: false, code: 'not-utf8' };
  const guarded = parseGuarded(text, DIRECTORY_LIMITS.depth);
  if (!guarded.ok) return { ok: false, code: guarded.code === 'not-json' ? 'not-json' : 'hostile' };
  const outline = directoryOutline.safeParse(guarded.value);
  if (!outline.success) return { ok: false, code: problemOf(guarded.value) };
  const read = DIRECTORY_KINDS.flatMap((kind) =>
    (outline.data[SHELVES[kind]] ?? []).map((value, index) => readOne(kind, value, index + 1)),
  );
  return {
    ok: true,
    madeAt: outline.data.madeAt,
    version: outline.data.application.version,
    sha256: sha256Hex(bytes),
    things: read.flatMap((one) => ('thing' in one ? one : [])),
    refused: read.flatMap((one) => ('thing' in one ? [] : one)),
  };
}
