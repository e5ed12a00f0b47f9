import type { Screen } from '../../support/browser/screen.ts';

/** Smallest width and height of something to press, in CSS pixels (WCAG 2.2, 2.5.8). */
const SMALLEST = 24;

/**
 * What can be pressed on a screen and is smaller than 24 × 24 pixels. Links within a sentence are exempt there. A tick or
 * a choice is as large as itself and its label together, since both can be pressed.
 */
export async function smallTargets(screen: Screen): Promise<readonly string[]> {
  const { looked, small } = await screen.evaluate((smallest: number) => {
    const PRESSED =
      'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button], [role=menuitem], [role=tab]';
    const inSentence = (element: Element): boolean =>
      element.matches('a') &&
      getComputedStyle(element).display === 'inline' &&
      (element.parentElement?.textContent ?? '').trim().length > (element.textContent ?? '').trim().length;
    const boxOf = (element: Element) => {
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const boxes = [element, ...labels].map((part) => part.getBoundingClientRect());
      return {
        width: Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left)),
        height: Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top)),
      };
    };
    const targets = [...document.querySelectorAll(PRESSED)].filter((element) => {
      const { width, height } = boxOf(element);
      // What is one pixel wide waits, cut away, for the keyboard.
      return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
    });
    const names = targets
      .filter((element) => !inSentence(element))
      .flatMap((element) => {
        const { width, height } = boxOf(element);
        if (width > smallest - 0.05 && height > smallest - 0.05) return [];
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
        return [
          `${element.localName}.${element.className} “${name}” ${width.toFixed(1)} × ${height.toFixed(1)}`,
        ];
      });
    return { looked: targets.length, small: names };
  }, SMALLEST);
  if (looked === 0) throw new Error('There is nothing to press on this screen: nothing was examined.');
  return small;
}
