/**
 * Which suggestion a key means, counted from 0; −1 for none. `1` where nothing is typed; with Alt also from within the
 * note, where a bare digit is text. A keyboard on which Alt makes other characters keeps them once a note was begun.
 */
export function pickedRow(event: KeyboardEvent): number {
  const { altKey, code, ctrlKey, key, metaKey, repeat, target } = event;
  const digit = /^(?:Digit|Numpad)([1-3])$/.exec(code)?.[1];
  if (digit === undefined || ctrlKey || metaKey || repeat) return -1;
  const note = target instanceof HTMLTextAreaElement ? target.value : null;
  const free = note === null || (altKey && (key === digit || note === ''));
  return free ? Number(digit) - 1 : -1;
}
