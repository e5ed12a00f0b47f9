import { Refusal } from './refusal.ts';

/** Bytes of a file from one place up to another; fewer where the file ends before. */
export type ReadPart = (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>;

/** The most that is read at once of parts that follow each other. */
const LARGE = 8 << 20;
/** So far from the end of the last part another one still follows it. */
const NEAR = 64 << 10;

/** Chosen files that are moved, changed or taken away while they are read cannot be read any more. */
export function refusedIfGone(error: unknown): unknown {
  const gone = error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name);
  return gone ? new Refusal('unreadable') : error;
}

/**
 * Reads more the longer the parts asked for follow each other: each reading is a trip to another process, however few
 * bytes it brings. What was read last is kept.
 */
export function forwardReader(file: Blob): ReadPart {
  type Window = Readonly<{ from: number; to: number; bytes: Promise<Uint8Array<ArrayBuffer>> }>;
  const read = async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer());
  let windows: readonly Window[] = [];
  let next = Number.NaN;
  let size = 0;
  function windowAt(from: number, to: number): Window {
    const follows = Math.abs(from - next) <= NEAR;
    next = to;
    const known = windows.find((one) => one.from <= from && to <= one.to);
    if (known !== undefined) return known;
    size = follows ? Math.min(LARGE, Math.max(2 * size, to - from)) : to - from;
    const end = Math.max(to, Math.min(file.size, from + size));
    const opened = { from, to: end, bytes: read(from, end) };
    windows = [...windows.slice(-1), opened];
    return opened;
  }
  return async (from, to) => {
    const window = windowAt(from, to);
    return (await window.bytes).subarray(from - window.from, to - window.from);
  };
}
