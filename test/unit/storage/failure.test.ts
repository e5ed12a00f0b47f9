import { describe, expect, it } from 'vitest';
import { asResult, codeOf, problem, storageFailureOf } from '../../../lib/storage/failure.ts';

const named = (name: string, message = '', extra: object = {}) =>
  Object.assign(new Error(message), { name }, extra);

// Names and messages as measured: faults.md 3.1 and 7.3.
const TABLE: readonly [string, Error, string | null][] = [
  ['quota exceeded', named('QuotaExceededError'), 'quota'],
  [
    'Chromium cannot write a picture',
    named('DataError', 'Failed to write blobs (IOError)'),
    'blob-write-failed',
  ],
  ['a bad key is our bug', named('DataError', 'The parameter is not a valid key.'), null],
  [
    'no space at all',
    named('UnknownError', 'Connection is closing because of: IO error: x.log: FILE_ERROR_NO_SPACE'),
    'disk-full',
  ],
  [
    'no space while opening',
    named('UnknownError', 'Internal error opening backing store: FILE_ERROR_NO_SPACE'),
    'disk-full',
  ],
  [
    'backing store broken',
    named('UnknownError', 'Internal error opening backing store for indexedDB.open.'),
    'unavailable',
  ],
  ['connection closing', named('UnknownError', 'The connection is closing.'), 'terminated'],
  [
    'Firefox without history',
    named(
      'InvalidStateError',
      'A mutation operation was attempted on a database that did not allow mutations.',
    ),
    'not-allowed',
  ],
  ['closed under us', named('InvalidStateError', 'The database connection is closing.'), 'terminated'],
  ['aborted', named('AbortError'), 'aborted'],
  ['ended by the browser', named('TransactionInactiveError'), 'aborted'],
  ['aborted for want of quota', named('AbortError', '', { inner: named('QuotaExceededError') }), 'quota'],
  ['picture file gone', named('NotFoundError'), 'damaged'],
  ['picture file unreadable', named('NotReadableError'), 'damaged'],
  ['number taken', named('ConstraintError'), 'damaged'],
  ['newer database', named('VersionError'), 'read-only-newer'],
  ['database closed', named('DatabaseClosedError'), 'terminated'],
  ['too slow', named('TimeoutError'), 'timeout'],
  ['no IndexedDB at all', named('MissingAPIError'), 'not-allowed'],
  ['access denied', named('SecurityError'), 'not-allowed'],
  ['upgrade threw', named('UpgradeError'), 'upgrade-failed'],
  [
    'Dexie wraps the cause of a failed open',
    named('OpenFailedError', '', { inner: named('VersionError') }),
    'read-only-newer',
  ],
  ['Dexie wraps bulk failures', named('BulkError', '', { failures: [named('QuotaExceededError')] }), 'quota'],
  ['a programming error stays one', new TypeError('x is not a function'), null],
];

describe('storage failures', () => {
  it.each(TABLE)('%s', (_what, error, code) => {
    expect(codeOf(error)).toBe(code);
  });

  it('turns a known failure into an answer and lets a bug through', async () => {
    expect(await asResult(() => Promise.reject(named('QuotaExceededError')))).toEqual({
      ok: false,
      code: 'quota',
    });
    await expect(asResult(() => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
  });

  it('carries where it happened', () => {
    expect(storageFailureOf(problem('conflict', { n: 4 }))).toEqual({ ok: false, code: 'conflict', n: 4 });
  });
});
