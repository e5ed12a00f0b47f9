import type { Drawing } from '../../lib/domain/issue/drawing.ts';

type Draft = Readonly<{ drawing: Drawing; over: string }>;

/**
 * Marks that were left unsaved, by picture, for as long as this page is open. Only in memory: their texts have not been
 * scrubbed yet, so they must not come near a disk.
 */
const kept = new Map<string, Draft>();

/** @param over content hash of the picture and what was saved on it: a draft over something else is of no use */
export function draftOf(pictureId: string, over: string): Drawing | null {
  const draft = kept.get(pictureId);
  return draft?.over === over ? draft.drawing : null;
}

export function keepDraft(pictureId: string, over: string, drawing: Drawing | null): void {
  if (drawing === null) kept.delete(pictureId);
  else kept.set(pictureId, { drawing, over });
}
