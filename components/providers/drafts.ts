/**
 * What was typed and not saved yet, by the form it stands in, for as long as this page is open: going elsewhere and back
 * loses nothing. Only in memory: it has not been scrubbed, so it must not come near a disk.
 */
const kept = new Map<string, unknown>();

/** A page that would lose what was typed asks first. */
function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** The draft of a form, where one was left. Each form has one type of draft: its key names the form. */
export function draftOf<T>(key: string): T | null {
  return (kept.get(key) as T | undefined) ?? null; // as: whoever reads under a key has written under it
}

/** null: saved or given up. */
export function keepDraft(key: string, draft: unknown): void {
  if (draft === null) kept.delete(key);
  else kept.set(key, draft);
  if (kept.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}
