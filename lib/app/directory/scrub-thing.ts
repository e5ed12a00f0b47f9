import type { Scrub } from '../log/edits.ts';

/** Where people type or paste freely. Ids, zones, dates and patterns are none of it: a mask would break them. */
const FREE: ReadonlySet<string> = new Set([
  'name',
  'notes',
  'address',
  'statusPageUrl',
  'contractOwner',
  'documentRef',
  'aliases',
  'channel',
  'subjectMustContain',
  'requiredEvidence',
  'source',
]);

type Scrubbed = Readonly<{ value: unknown; masked: number }>;

async function walk(value: unknown, free: boolean, scrub: Scrub): Promise<Scrubbed> {
  if (typeof value === 'string') return free ? scrub(value.toWellFormed()) : { value, masked: 0 };
  if (typeof value !== 'object' || value === null) return { value, masked: 0 };
  if (Array.isArray(value)) {
    const parts = await Promise.all(value.map((one) => walk(one, free, scrub)));
    return { value: parts.map((part) => part.value), masked: parts.reduce((n, { masked }) => n + masked, 0) };
  }
  const parts = await Promise.all(
    Object.entries(value).map(async ([key, one]) => [key, await walk(one, FREE.has(key), scrub)] as const),
  );
  return {
    value: Object.fromEntries(parts.map(([key, part]) => [key, part.value])),
    masked: parts.reduce((n, [, { masked }]) => n + masked, 0),
  };
}

/** Masks secrets in what was typed into a thing of the directory. */
export function scrubThing(value: object, scrub: Scrub): Promise<Scrubbed> {
  return walk(value, false, scrub);
}
