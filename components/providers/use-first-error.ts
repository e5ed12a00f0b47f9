import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Takes the keyboard to the first field that is not right, once its sentence is drawn; opens what it is folded into. */
export function useFirstError(form: RefObject<HTMLElement | null>): () => void {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked === 0) return;
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    for (let fold = field?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
      fold.open = true;
    field?.focus();
  }, [asked]);
  return () => setAsked((times) => times + 1);
}
