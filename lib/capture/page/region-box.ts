/** A rectangle on the screen of a page, in CSS pixels. */
export type RegionBox = Readonly<{ x: number; y: number; width: number; height: number }>;
type Room = Readonly<{ width: number; height: number }>;
type Point = Readonly<{ x: number; y: number }>;

/** Smaller ones are slips of the hand. */
export const LEAST = 8;
const STEP = 16;

export function between(from: Point, to: Point, room: Room): RegionBox {
  const within = (value: number, end: number): number => Math.min(end, Math.max(0, value));
  const [x1, x2] = [within(from.x, room.width), within(to.x, room.width)];
  const [y1, y2] = [within(from.y, room.height), within(to.y, room.height)];
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}

/** For those who use no mouse: the middle of the page. */
export function middleOf({ width, height }: Room): RegionBox {
  return {
    x: Math.round(width / 4),
    y: Math.round(height / 4),
    width: Math.round(width / 2),
    height: Math.round(height / 2),
  };
}

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Arrow keys move, with Shift they resize, with Ctrl or Alt by single pixels. null: another key. */
export function keyed(
  box: RegionBox,
  key: Readonly<{ key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean }>,
  room: Room,
): RegionBox | null {
  const way = Object.hasOwn(DIRECTIONS, key.key) ? DIRECTIONS[key.key] : undefined;
  if (!way) return null;
  const step = key.ctrlKey || key.altKey ? 1 : STEP;
  const limit = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
  if (key.shiftKey) {
    return {
      ...box,
      width: limit(box.width + way.x * step, LEAST, room.width - box.x),
      height: limit(box.height + way.y * step, LEAST, room.height - box.y),
    };
  }
  return {
    ...box,
    x: limit(box.x + way.x * step, 0, room.width - box.width),
    y: limit(box.y + way.y * step, 0, room.height - box.height),
  };
}
