import { storageFailureOf } from '../../storage/failure.ts';

/** The code of a failed read or write; words for it are in lib/i18n/common. 'unknown' for what is our own fault. */
export function failureCode(error: unknown): string {
  return storageFailureOf(error)?.code ?? 'unknown';
}
