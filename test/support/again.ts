import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import { makeCapture, seedCaptureId, seedIssueId } from './seed.ts';

function frame(i: number) {
  const { kind: _kind, body: _body, ...rest } = makeCapture(i);
  return rest;
}

/** Seeded issue `i` becomes part of another one by "Again". */
export const againEntry = (i: number, to: number): NewEntry => ({
  ...frame(i),
  kind: 'occurrence.moved',
  body: { captureId: seedCaptureId(i), to: seedIssueId(to) },
});
export const mergeEntry = (i: number, into: number): NewEntry => ({
  ...frame(i),
  kind: 'issue.merged',
  body: { into: seedIssueId(into) },
});
export const splitEntry = (i: number, outOf: number): NewEntry => ({
  ...frame(i),
  kind: 'issue.split',
  body: { outOf: seedIssueId(outOf) },
});
export const describeEntry = (i: number, text: string): NewEntry => ({
  ...frame(i),
  kind: 'issue.described',
  body: { text },
});
export const trashEntry = (i: number): NewEntry => ({ ...frame(i), kind: 'issue.trashed', body: {} });

/** A part of a conversation of that log; about no issue. */
export function heldEntry(i: number, text: string): NewEntry {
  const { issueId: _issue, ...rest } = frame(i);
  const said = { part: 'notes', text };
  return { ...rest, kind: 'conversation.held', body: { conversationId: `c-${i}`, said } };
}
