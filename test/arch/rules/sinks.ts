import { fault, type Rule } from '../rule.ts';
import type { Node, SourceFile } from '../source-file.ts';

/** Where text would become HTML or code, or where something would leave the machine. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  innerHTML: 'show text as text',
  outerHTML: 'show text as text',
  insertAdjacentHTML: 'show text as text',
  dangerouslySetInnerHTML: 'show text as text',
  setHTMLUnsafe: 'show text as text',
  createContextualFragment: 'show text as text',
  srcdoc: 'show text as text',
  DOMParser: 'no text is parsed as HTML',
  eval: 'no text becomes code',
  Function: 'no text becomes code',
  fetch: 'Casebook asks nobody for anything',
  XMLHttpRequest: 'Casebook asks nobody for anything',
  WebSocket: 'Casebook asks nobody for anything',
  EventSource: 'Casebook asks nobody for anything',
  sendBeacon: 'Casebook asks nobody for anything',
  Worker: "Trusted Types ('none') block workers",
  SharedWorker: "Trusted Types ('none') block workers",
  deleteDatabase: 'only a person who confirmed it deletes the log as a whole',
};

/** Calls of a global that take what they do from their argument. */
const GLOBAL_ONLY = new Set([
  'eval',
  'Function',
  'fetch',
  'Worker',
  'SharedWorker',
  'DOMParser',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
]);

function names(node: Node): readonly string[] {
  const key = (value: unknown) => {
    const inner = value as Node | null; // as: oxc gives every key and callee as a node
    if (inner?.type === 'Identifier' || inner?.type === 'JSXIdentifier') return [String(inner['name'])];
    return inner?.type === 'Literal' ? [String(inner['value'])] : [];
  };
  if (node.type === 'MemberExpression') return key(node['property']).filter((name) => !GLOBAL_ONLY.has(name));
  if (node.type === 'JSXAttribute') return key(node['name']);
  if (node.type === 'Property') return key(node['key']).filter((name) => !GLOBAL_ONLY.has(name));
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return key(node['callee']);
  return [];
}

/** The probe is sent into the page by scripting.executeScript and reads there; it is never run here. */
const READS_PAGES = 'lib/capture/';

/** `deleteDatabase` stands here and nowhere else: behind a word that somebody typed (docs/decisions/0028). */
const WIPE = 'lib/app/rescue/delete-everything.ts';

export const sinks: Rule = {
  promise: 'nothing turns text into HTML or code, and nothing can send anything away',
  check(file: SourceFile, looked) {
    return file.nodes.flatMap((node) =>
      names(node).flatMap((name) => {
        looked();
        if (name === 'deleteDatabase' && file.path === WIPE) return [];
        const why = Object.hasOwn(FORBIDDEN, name) ? FORBIDDEN[name] : undefined;
        return why === undefined ? [] : [fault(file, node.start, `${name}: ${why}`)];
      }),
    );
  },
  bad: [
    { path: 'components/log/a.tsx', text: 'export const f = (e: Element) => { e.innerHTML = "x"; };' },
    {
      path: 'components/log/a.tsx',
      text: 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;',
    },
    { path: 'components/log/a.tsx', text: 'export const f = (e: any) => e["outerHTML"];' },
    { path: 'lib/app/a.ts', text: 'export const f = () => new DOMParser();' },
    { path: 'lib/app/a.ts', text: 'export const f = () => fetch("/x");' },
    { path: 'lib/app/a.ts', text: 'export const f = () => new Worker("x");' },
    { path: 'lib/app/a.ts', text: 'export const f = () => navigator.sendBeacon("x");' },
    { path: 'lib/storage/a.ts', text: 'export const f = () => indexedDB.deleteDatabase("x");' },
    { path: 'lib/app/rescue/a.ts', text: 'export const f = () => indexedDB.deleteDatabase("x");' },
    { path: WIPE, text: 'export const f = () => fetch("/x");' },
    { path: 'lib/app/a.ts', text: 'export const f = () => new Function("x");' },
  ],
  good: [
    { path: WIPE, text: 'export const f = () => indexedDB.deleteDatabase("x");' },
    {
      path: 'components/log/a.tsx',
      text: 'export const f = (e: Element, t: string) => { e.textContent = t; };',
    },
  ],
};

export const regularExpressions: Rule = {
  promise: 'regular expressions are written out, never put together from text',
  check(file, looked) {
    return file.nodes.flatMap((node) => {
      if (node.type === 'Literal' && 'regex' in node) looked();
      if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return [];
      const callee = node['callee'] as Node; // as: a call always has a callee
      if (callee.type !== 'Identifier' || callee['name'] !== 'RegExp') return [];
      looked();
      const [first] = node['arguments'] as readonly Node[]; // as: a call always has a list of arguments
      return first?.type === 'Literal'
        ? []
        : [fault(file, node.start, 'write the expression out as a literal')];
    });
  },
  bad: [{ path: `${READS_PAGES}a.ts`, text: 'export const f = (s: string) => new RegExp(s);' }],
  good: [{ path: 'lib/app/a.ts', text: 'export const f = /x/g;' }],
};
