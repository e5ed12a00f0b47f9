import type { DirectoryProblem } from '../zip/directory.ts';
import type { FileKind } from './file-kind.ts';
import type { JsonProblem } from './json-guard.ts';

/** Why a file was not taken. Each has one plain sentence per language. */
export type RefusalCode =
  | Exclude<FileKind, 'zip'>
  | 'export-zip'
  | DirectoryProblem
  | JsonProblem
  | 'zip-duplicate'
  | 'encrypted'
  /** Locked as Casebook does it: opens with its password. */
  | 'password-needed'
  | 'wrong-password'
  | 'overlap'
  | 'header-mismatch'
  | 'method'
  | 'too-large'
  | 'bomb'
  | 'checksum'
  | 'newer-version'
  | 'bad-manifest'
  | 'file-missing'
  /** Of what was handed over in several files. */
  | 'part-missing'
  | 'part-foreign'
  | 'part-twice'
  | 'pack-incomplete'
  | 'not-utf8'
  | 'bad-entry'
  | 'bad-chain'
  | 'bad-picture'
  | 'picture-mismatch'
  | 'bad-signature'
  /** Moved, changed or taken away while it was read. */
  | 'unreadable';

/** Thrown inside the reader and turned into a returned failure at its edge; `where` names a file or line, never content. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly where: string | null;
  constructor(code: RefusalCode, where: string | null = null) {
    super(`The file was refused (${code})${where === null ? '' : ` at ${where}`}.`);
    this.name = 'Refusal';
    this.code = code;
    this.where = where;
  }
}
