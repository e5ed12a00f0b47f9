import { createFullPage } from './full-page.ts';
import type { FullPage } from './full-page.ts';

/** Where the background finds it in the extension's own world of the page. */
type Place = { casebookFullPage?: FullPage | undefined };

/** Begins: the page is scrolled to its start and ready for pictures. */
export function offerFullPage(): void {
  const place = globalThis as Place; // as: a property of our own in our own world
  place.casebookFullPage?.end();
  const made = createFullPage(() => {
    if (place.casebookFullPage === made) place.casebookFullPage = undefined;
  });
  place.casebookFullPage = made;
}
