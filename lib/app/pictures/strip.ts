import type { Area } from '../../domain/issue/shape-geometry.ts';
import { fontOf } from './paint-shape.ts';
import type { Brush } from './paint-shape.ts';

/** Facts below a picture: when, where, which issue. Each stands whole on one line where there is room. */
export type Strip = Readonly<{ facts: readonly string[] }>;

const BETWEEN = '  ·  ';
const INK = '#23211d';
const PAPER = '#f1efea';
const RULE = '#8a8479';

/** Height of the letters for a picture of that width. */
function lettersFor(width: number): number {
  return Math.round(Math.min(40, Math.max(12, width / 90)));
}

type Wrapped = Readonly<{ lines: readonly string[]; letters: number; pad: number; step: number }>;

function wrapped({ facts }: Strip, width: number): Wrapped {
  const letters = lettersFor(width);
  const pad = Math.round(letters * 0.75);
  const brush = new OffscreenCanvas(1, 1).getContext('2d');
  if (!brush) throw new Error('The browser gave no canvas to measure the strip with.');
  brush.font = fontOf(letters);
  const fits = (line: string): boolean => brush.measureText(line).width <= width - 2 * pad;
  const lines: string[] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    const together = `${last ?? ''}${BETWEEN}${fact}`;
    if (last !== undefined && fits(together)) lines[lines.length - 1] = together;
    else lines.push(...broken(fact, fits));
  }
  return { lines, letters, pad, step: Math.round(letters * 1.4) };
}

/** A fact that is wider than the picture goes on in the next line: nothing of it may be lost. */
function broken(fact: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of fact) {
    if (line !== '' && !fits(line + letter)) {
      lines.push(line);
      line = '';
    }
    line += letter;
  }
  return line === '' ? lines : [...lines, line];
}

export function stripHeight(strip: Strip, width: number): number {
  const { lines, pad, step } = wrapped(strip, width);
  return lines.length * step + 2 * pad;
}

export function paintStrip(brush: Brush, strip: Strip, { x, y, width, height }: Area): void {
  const { lines, letters, pad, step } = wrapped(strip, width);
  brush.fillStyle = PAPER;
  brush.fillRect(x, y, width, height);
  brush.fillStyle = RULE;
  brush.fillRect(x, y, width, Math.max(1, Math.round(letters / 12)));
  brush.font = fontOf(letters);
  brush.textAlign = 'left';
  brush.textBaseline = 'alphabetic';
  brush.fillStyle = INK;
  lines.forEach((line, index) => brush.fillText(line, x + pad, y + pad + index * step + letters));
}
