import type { Dexie } from 'dexie';

/**
 * Schema 1. Frozen: a change is a new numbered file.
 * entries: `capture` (id of the click), `picture` (content hash) and `mark` (what a non-issue entry is looked up by)
 * are absent where they do not apply, so their indexes stay small. Projections come in two generations, a and b.
 */
export function defineFirst(db: Dexie): void {
  const issues = '&row, &v.id, v.key, [t+r], [t+v.host+r], [t+d+r], [t+c], [t+p+r], [t+s]';
  db.version(1).stores({
    entries: '[ledger+n], &id, issueId, capture, picture, mark',
    ledgers: '&ledger',
    blobs: '&sha256',
    pending: '&captureId',
    drafts: '&captureId, tabId',
    meta: '&key',
    quarantine: '++q, &where',
    dirty: '&issueId',
    issues_a: issues,
    texts_a: '&block',
    fresh_a: '&row',
    counters_a: '&key',
    issues_b: issues,
    texts_b: '&block',
    fresh_b: '&row',
    counters_b: '&key',
  });
}
