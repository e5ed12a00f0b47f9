import { chooseRegion } from './region-overlay.ts';
import type { RegionWords } from './region-overlay.ts';

/** What the background left in its own world of the page before it brought this script. */
export type RegionOrder = Readonly<{ token: string; language: string }>;

/** What the page answers. Lengths in CSS pixels of the window. `box` null: given up. */
export type RegionAnswer = Readonly<{
  verb: 'region.chosen';
  token: string;
  box: Readonly<{ x: number; y: number; width: number; height: number }> | null;
  innerWidth: number;
  /** As the page is told. */
  dpr: number;
}>;

type Place = { casebookRegion?: RegionOrder | undefined; casebookRegionEnd?: (() => void) | undefined };
type Runtime = Readonly<{ sendMessage(message: unknown): Promise<unknown> }>;

/** Asks the user for a part of the page and tells the background, which may have been stopped and started meanwhile. */
export async function offerRegion(words: (language: string) => RegionWords): Promise<void> {
  const place = globalThis as Place; // as: properties of our own in our own world
  const order = place.casebookRegion;
  place.casebookRegion = undefined;
  place.casebookRegionEnd?.();
  if (!order) return;
  const box = await chooseRegion(words(order.language), (end) => (place.casebookRegionEnd = end));
  const answer: RegionAnswer = {
    verb: 'region.chosen',
    token: order.token,
    box: box && onScreen(box),
    innerWidth,
    dpr: devicePixelRatio,
  };
  await ownRuntime()?.sendMessage(answer);
}

/** Enlarged with two fingers, the screen shows a part of the window in more pixels. */
function onScreen(box: NonNullable<RegionAnswer['box']>): RegionAnswer['box'] {
  const { scale, offsetLeft, offsetTop } = visualViewport ?? { scale: 1, offsetLeft: 0, offsetTop: 0 };
  return {
    x: (box.x - offsetLeft) * scale,
    y: (box.y - offsetTop) * scale,
    width: box.width * scale,
    height: box.height * scale,
  };
}

/** Both browsers' own; the polyfill would be most of this script. */
function ownRuntime(): Runtime | undefined {
  const scope = globalThis as { browser?: { runtime: Runtime }; chrome?: { runtime: Runtime } }; // as: what browsers put there
  return (scope.browser ?? scope.chrome)?.runtime;
}
