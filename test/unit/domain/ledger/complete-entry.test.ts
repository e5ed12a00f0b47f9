import { describe, expect, it } from 'vitest';
import {
  completeEntry,
  erasedFrom,
  parseEntry,
  parseEntryText,
  sealEntry,
} from '../../../../lib/domain/ledger/complete-entry.ts';
import type { Entry, NewEntry } from '../../../../lib/domain/ledger/entry.ts';
import { erasedEntry } from '../../../../lib/domain/ledger/entry.ts';
import { sha256Hex } from '../../../../lib/domain/ledger/chain.ts';
import { entryOf, minute, occurrence } from '../../../support/domain-entries.ts';

function given(entry: Entry): NewEntry {
  const { v: _v, ledger: _ledger, n: _n, id: _id, recordedAt: _recordedAt, nonce: _nonce, ...rest } = entry;
  return rest;
}

const captured = occurrence({ n: 3 });
const frame = {
  ledger: captured.ledger,
  n: 4,
  id: captured.id,
  recordedAt: minute(9),
  nonce: 'f'.repeat(32),
};

describe('a new entry', () => {
  it('gets the ledger part and, when captured, its key', () => {
    const entry = completeEntry(given(captured), { ...frame, key: 'K7-0004' });
    expect(entry).toMatchObject({
      v: 1,
      n: 4,
      nonce: 'f'.repeat(32),
      recordedAt: minute(9),
      body: { key: 'K7-0004' },
    });
  });

  it('is refused as a bug when a capture has no key', () => {
    expect(() => completeEntry(given(captured), frame)).toThrow('needs the key');
  });

  it('survives a rounded -0 and undefined properties', () => {
    const note = given(
      entryOf({ kind: 'event', n: 1, body: { event: 'note', text: 'x', visibility: 'shared' } }),
    );
    const entry = completeEntry(
      { ...note, offsetMin: -0, body: { ...note.body, ticket: undefined } } as NewEntry,
      frame,
    ); // as: what a careless caller gives
    expect(sealEntry(entry).json).toContain('"offsetMin":0');
    expect(sealEntry(entry).json).not.toContain('ticket');
  });

  it('is refused with places, never with contents', () => {
    const bad = { ...given(captured), zone: 'secret words '.repeat(20) };
    expect(() => completeEntry(bad, { ...frame, key: 'K7-0004' })).toThrow(
      /^The new occurrence\.captured entry is not valid: zone \(too_big\)\.$/u,
    );
  });
});

describe('stored text', () => {
  it('comes back as the same entry with the same hash', () => {
    const { json, sha256 } = sealEntry(captured);
    expect(parseEntryText(json)).toEqual({ ok: true, entry: captured });
    expect(sha256).toBe(sha256Hex(json));
  });

  it.each(['', '{', 'null', '[]', '{"v":1}', '{"__proto__":{"x":1}}'])(
    '%j is a problem, not a crash',
    (text) => {
      expect(parseEntryText(text).ok).toBe(false);
    },
  );

  it('with one property too many is refused', () => {
    expect(parseEntry({ ...captured, extra: 1 })).toMatchObject({ ok: false });
  });
});

describe('an erased entry', () => {
  it('keeps place, kind and times, and nothing that was said', () => {
    const erased = erasedFrom(captured);
    expect(erasedEntry.safeParse(erased).success).toBe(true);
    expect(Object.keys(erased).toSorted()).toEqual([
      'at',
      'erased',
      'id',
      'issueId',
      'kind',
      'ledger',
      'n',
      'recordedAt',
    ]);
  });
});
