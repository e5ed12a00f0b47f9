import type { SourceFile } from './source-file.ts';

export interface Sample {
  readonly path: string;
  readonly text: string;
}

export interface Rule {
  /** A sentence that holds for every file. */
  readonly promise: string;
  /** Reports what breaks the promise; calls `looked` for each thing it examined, so that a blind rule shows. */
  check(file: SourceFile, looked: () => void): readonly string[];
  /** Each must be reported: proof that the rule bites. */
  readonly bad: readonly Sample[];
  /** None may be reported: proof that it does not bite the innocent. */
  readonly good: readonly Sample[];
}

/** `lib/x/y.ts:12 message`. */
export function fault(file: SourceFile, offset: number, message: string): string {
  return `${file.path}:${file.lineOf(offset)} ${message}`;
}
