import { useEffect, useMemo, useState } from 'preact/hooks';
import { placeOf } from '../../log/keymap.ts';

/** The fields that a letter leads to; the letters are those of the English words. */
export const FIELD_KEYS = ['d', 'n', 'i', 'a', 'w'] as const;
export type FieldKey = (typeof FIELD_KEYS)[number];

export type MeetingKeys = Readonly<{
  /** A ref for the field that this letter leads to. */
  field(key: FieldKey): (element: HTMLElement | null) => void;
  mapOpen: boolean;
  showMap(open: boolean): void;
}>;

/** One letter leads to each field while nothing is typed; Escape leaves the field. */
export function useMeetingKeys(): MeetingKeys {
  const [mapOpen, showMap] = useState(false);
  const fields = useMemo(() => new Map<string, HTMLElement | null>(), []);
  const field = useMemo(() => {
    const refs = new Map(
      FIELD_KEYS.map((key) => [key, (element: HTMLElement | null) => void fields.set(key, element)] as const),
    );
    return (key: FieldKey) => refs.get(key) ?? (() => undefined);
  }, [fields]);
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const { target } = event;
      if (placeOf(target, null) === 'text') {
        const inDialog = target instanceof Element && target.closest('dialog') !== null;
        if (event.key === 'Escape' && !inDialog && target instanceof HTMLElement) target.blur();
        return;
      }
      const wanted = fields.get(event.key);
      if (event.key === '?') showMap(true);
      else if (wanted) wanted.focus();
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [fields]);
  return { field, mapOpen, showMap };
}
