/** How large the picture is drawn: fitted to its frame, or in percent of its own pixels. */
export type Zoom = 'fit' | number;

const STEPS = [10, 25, 33, 50, 67, 75, 90, 100, 125, 150, 200, 300, 400] as const;

/** The next step up or down from the size on screen. */
export function zoomStep(shownPercent: number, direction: 1 | -1): number {
  // A fitted picture is rarely exactly on a step; 1 % of tolerance keeps the first press from doing nothing.
  if (direction === 1) return STEPS.find((step) => step > shownPercent * 1.01) ?? 400;
  return STEPS.findLast((step) => step < shownPercent * 0.99) ?? 10;
}

/** What a key means in the viewer; null = not ours. Arrow keys scroll by themselves. */
export function zoomKey(key: string, shownPercent: number): Zoom | null {
  switch (key) {
    case '+':
    case '=':
      return zoomStep(shownPercent, 1);
    case '-':
      return zoomStep(shownPercent, -1);
    case '0':
      return 'fit';
    case '1':
      return 100;
    default:
      return null;
  }
}
