import { LIMITS } from '../ledger/limits.ts';
import type { Masked } from '../privacy/scrubber/scrubbed.ts';
import type { Scrubber } from '../privacy/scrubber.ts';
import { cutAt } from '../text/cut.ts';
import type { VisibleStack } from './page-evidence.ts';

type Frame = VisibleStack['frames'][number];
type Read = (line: string) => Frame | null;

const MOST = { stacks: 3, frames: 10, lines: 400, line: 1000 } as const;

function reader(pattern: RegExp, [at, file, line, column]: readonly (number | null)[]): Read {
  return (text) => {
    const found = pattern.exec(text);
    if (found === null) return null;
    const part = (index: number | null | undefined): string => (index == null ? '' : (found[index] ?? ''));
    const number = (index: number | null | undefined) => (part(index) === '' ? null : Number(part(index)));
    // "at 14:02:05" is a time.
    if (part(file) !== '' && !/\p{L}/u.test(part(file))) return null;
    const [row, place] = [number(line), number(column)];
    return {
      at: part(at),
      file: part(file),
      ...(row === null ? {} : { line: row }),
      ...(place === null ? {} : { column: place }),
    };
  };
}

/** A line of a stack as the usual programs print it. Every part is bounded, so that no page can make this slow. */
const READERS: readonly Read[] = [
  // JavaScript: Chromium and Node, then Firefox and Safari
  reader(/^at (?:async )?(?:(.{1,150}?) )?\(?(\S{1,500}?):(\d{1,7}):(\d{1,7})\)?$/u, [1, 2, 3, 4]),
  reader(/^([^@\s]{0,150})@(\S{1,500}?):(\d{1,7}):(\d{1,7})$/u, [1, 2, 3, 4]),
  // Java, Kotlin
  reader(/^at ([\w$.<>/]{1,190})\(([^():]{1,200})(?::(\d{1,7}))?\)$/u, [1, 2, 3]),
  // .NET, English and German, with and without a source
  reader(/^(?:at|bei) (.{1,190}?\)) in (.{1,400}):(?:line|Zeile) (\d{1,7})\.?$/u, [1, 2, 3]),
  reader(/^(?:at|bei) ([\w.<>`+[\]]{1,150}\([^()]{0,150}\))$/u, [1]),
  // Python
  reader(/^File "([^"]{1,400})", line (\d{1,7})(?:, in (.{1,190}))?$/u, [3, 1, 2]),
  // PHP
  reader(/^#\d{1,4} (.{1,400}?)\((\d{1,7})\): (.{1,190})$/u, [3, 1, 2]),
];

function frameOf(line: string): Frame | null {
  for (const read of READERS) {
    const frame = read(line);
    if (frame !== null) return frame;
  }
  return null;
}

type Raw = { message: string; frames: Frame[] };

/** Python says what happened below its stack, all others above. */
const BELOW = /^Traceback \(most recent call last\)/u;

function rawStacks(text: string): Raw[] {
  const lines = text
    .split(/\r\n|\n|\r/u, MOST.lines)
    .map((line) => cutAt(line, MOST.line).trim())
    .filter((line) => line !== '');
  const stacks: Raw[] = [];
  let open: Raw | null = null;
  let since = 0;
  let above = '';
  for (const line of lines) {
    const frame = frameOf(line);
    if (frame !== null) {
      if (open === null) stacks.push((open = { message: above, frames: [] }));
      open.frames.push(frame);
      since = 0;
      continue;
    }
    since += 1;
    // A line of source may stand below each frame.
    if (open !== null && since > 1) {
      if (BELOW.test(open.message)) open.message = line;
      open = null;
    }
    if (line.startsWith('Caused by: ')) open = null;
    above = line;
  }
  if (open !== null && BELOW.test(open.message)) open.message = above;
  return stacks;
}

/** Error stacks in texts that stood visibly on the page, parsed and scrubbed. Linear. */
export function stacksIn(
  texts: readonly string[],
  scrubber: Scrubber,
): Readonly<{ stacks: VisibleStack[]; masked: Masked[] }> {
  const masked: Masked[] = [];
  const clean = (text: string, limit: number): string => {
    const isAddress = /^[a-z][a-z0-9+.-]{1,20}:\/\//iu.test(text);
    const said = isAddress ? scrubber.url(text) : scrubber.text(text, { singleLine: true, limit });
    masked.push(said.masked);
    return cutAt(said.value, limit);
  };
  const stacks = texts.flatMap((text) => rawStacks(text.toWellFormed())).slice(0, MOST.stacks);
  return {
    stacks: stacks.map(({ message, frames }) => ({
      message: clean(message, LIMITS.errorText),
      frames: frames.slice(0, MOST.frames).map((frame) => ({
        ...frame,
        at: clean(frame.at, 200),
        file: clean(frame.file, LIMITS.errorText),
      })),
    })),
    masked,
  };
}
