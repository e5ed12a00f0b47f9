import canonicalize from 'canonicalize';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Deeper values do not occur in entries; the limit keeps hostile imports from exhausting the stack. */
const MAX_DEPTH = 64;

/**
 * The RFC 8785 text of a value made of strings, whole numbers, booleans, null, arrays and plain objects.
 * Properties that are `undefined` are left out, as in JSON. Throws on everything that two programs could write
 * differently: -0, fractions, NaN, infinities, integers past 2^53-1, lone surrogates, holes, class instances.
 */
export function canonicalText(value: unknown): string {
  assertCanonical(value, '$', 0);
  const text = canonicalize(value);
  if (text === undefined) throw new Error('The value has no canonical form because it is undefined.');
  return text;
}

/** UTF-8 bytes of `canonicalText`: what is hashed. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8ToBytes(canonicalText(value));
}

// Messages name the place, never the value: values are page text and notes.
function assertCanonical(value: unknown, path: string, depth: number): void {
  if (depth > MAX_DEPTH) throw new Error(`The value at ${path} is nested too deeply to be canonical.`);
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      if (!value.isWellFormed()) throw new Error(`The text at ${path} has a lone surrogate.`);
      return;
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
        throw new Error(
          `The number at ${path} is not a whole number that every program writes the same way.`,
        );
      }
      return;
    case 'object':
      if (value === null) return;
      if (Array.isArray(value)) assertArray(value, path, depth);
      else assertObject(value, path, depth);
      return;
    default:
      throw new Error(`The value at ${path} is of type ${typeof value}, which JSON does not know.`);
  }
}

function assertArray(value: readonly unknown[], path: string, depth: number): void {
  // By index, because forEach would skip holes.
  for (let i = 0; i < value.length; i += 1) assertCanonical(value[i], `${path}[${i}]`, depth + 1);
}

function assertObject(value: object, path: string, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Compared by its own parent, because objects from another realm (a frame, a structured clone) have another Object.prototype.
  const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!plain) throw new Error(`The value at ${path} is not a plain object.`);
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    if (!name.isWellFormed()) throw new Error(`A property name at ${path} has a lone surrogate.`);
    assertCanonical(inner, `${path}.${/^\w{1,40}$/.test(name) ? name : '?'}`, depth + 1);
  }
}
