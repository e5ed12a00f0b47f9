export type JsonProblem = 'too-deep' | 'forbidden-name' | 'duplicate-name' | 'not-json';
export type GuardedJson = Readonly<{ ok: true; value: unknown } | { ok: false; code: JsonProblem }>;

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** End of the string that begins at `from` (its opening quote), or -1. */
function endOfString(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i += 1;
    else if (code === QUOTE) return i;
  }
  return -1;
}

function isName(text: string, after: number): boolean {
  let i = after;
  while (i < text.length && ' \t\r\n'.includes(text.charAt(i))) i += 1;
  return text.charAt(i) === ':';
}

/**
 * One linear pass before JSON.parse, which accepts what we must not: names that reach the prototype, the same name
 * twice (the last one wins silently), nesting that exhausts the stack of everything that walks the value later.
 */
function problemOf(text: string, maxDepth: number): JsonProblem | null {
  const names: Set<string>[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '{' || char === '[') {
      names.push(new Set());
      if (names.length > maxDepth) return 'too-deep';
    } else if (char === '}' || char === ']') {
      if (names.pop() === undefined) return 'not-json';
    } else if (char === '"') {
      const end = endOfString(text, i);
      if (end < 0) return 'not-json';
      if (isName(text, end + 1)) {
        const raw = text.slice(i, end + 1);
        const name: unknown = raw.includes('\\') ? safeParse(raw) : raw.slice(1, -1);
        if (typeof name !== 'string') return 'not-json';
        if (FORBIDDEN.has(name)) return 'forbidden-name';
        const seen = names.at(-1);
        if (seen?.has(name)) return 'duplicate-name';
        seen?.add(name);
      }
      i = end;
    }
  }
  return null;
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** JSON from outside. */
export function parseGuarded(text: string, maxDepth: number): GuardedJson {
  const problem = problemOf(text, maxDepth);
  if (problem) return { ok: false, code: problem };
  const value = safeParse(text);
  return value === undefined ? { ok: false, code: 'not-json' } : { ok: true, value };
}
