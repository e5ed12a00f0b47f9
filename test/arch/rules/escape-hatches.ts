import { fault, type Rule } from '../rule.ts';
import type { Node, SourceFile } from '../source-file.ts';

function isConst(node: Node): boolean {
  const type = node['typeAnnotation'] as Node | undefined; // as: an assertion always has its type
  const name = type?.['typeName'] as Node | undefined; // as: a type reference has a name
  return name?.['name'] === 'const';
}

function hasReason(file: SourceFile, node: Node): boolean {
  const first = file.lineOf(node.start);
  const last = file.lineOf(node.end);
  return file.comments.some(({ value, line }) => /^as: \S/.test(value) && line >= first - 1 && line <= last);
}

export const typeAssertions: Rule = {
  promise: 'an assertion gives its reason: `// as: …`',
  check(file, looked) {
    return file.nodes.flatMap((node) => {
      if (node.type !== 'TSAsExpression' && node.type !== 'TSTypeAssertion') return [];
      looked();
      return isConst(node) || hasReason(file, node)
        ? []
        : [fault(file, node.start, 'parse it, or say why the assertion holds: // as: …')];
    });
  },
  bad: [
    { path: 'lib/app/a.ts', text: 'export const a = {} as Date;' },
    { path: 'lib/app/a.ts', text: 'export const a = {} as Date; // surely' },
  ],
  good: [
    { path: 'lib/app/a.ts', text: 'export const a = [1] as const;' },
    { path: 'lib/app/a.ts', text: 'export const a = {} as Date; // as: only its methods are used' },
  ],
};

export const noHoles: Rule = {
  promise: 'no any, no non-null assertion, no enum, no silenced compiler',
  check(file, looked) {
    const holes: Readonly<Record<string, string>> = {
      TSAnyKeyword: 'any: use unknown and parse it',
      TSNonNullExpression: 'a non-null assertion: handle the missing value',
      TSEnumDeclaration: 'an enum: use a union of texts',
    };
    const faults = file.nodes.flatMap((node) => {
      looked();
      const what = Object.hasOwn(holes, node.type) ? holes[node.type] : undefined;
      return what === undefined ? [] : [fault(file, node.start, what)];
    });
    for (const { value, line } of file.comments) {
      if (/@ts-(ignore|nocheck|expect-error)/.test(value))
        faults.push(`${file.path}:${line} the compiler is silenced`);
      if (/(ox|es)lint-disable/.test(value) && !/ -- \S/.test(value))
        faults.push(`${file.path}:${line} a lint rule is switched off without a reason`);
      if (/\b(TODO|FIXME|XXX)\b/.test(value)) faults.push(`${file.path}:${line} something is left to do`);
    }
    return faults;
  },
  bad: [
    { path: 'lib/app/a.ts', text: 'export const a: any = 1;' },
    { path: 'lib/app/a.ts', text: 'export const a = (b: string | null) => b!.length;' },
    { path: 'lib/app/a.ts', text: 'export enum A { B }' },
    { path: 'lib/app/a.ts', text: '// @ts-expect-error\nexport const a: string = 1;' },
    { path: 'lib/app/a.ts', text: '// oxlint-disable-next-line no-console\nexport const a = 1;' },
    { path: 'lib/app/a.ts', text: '// TODO later\nexport const a = 1;' },
  ],
  good: [{ path: 'lib/app/a.ts', text: 'export const a: unknown = 1;' }],
};

export const oneDoorToTheDatabase: Rule = {
  promise: 'only lib/storage opens a database, only lib/capture/browser.ts names the browser',
  check(file, looked) {
    return file.nodes.flatMap((node) => {
      if (node.type !== 'MemberExpression') return [];
      const object = node['object'] as Node; // as: a member expression always has an object
      if (object.type !== 'Identifier') return [];
      looked();
      const name = String(object['name']);
      if (name === 'indexedDB' && !file.path.startsWith('lib/storage/'))
        return [fault(file, node.start, 'go through lib/storage')];
      if (name === 'chrome' && file.path !== 'lib/capture/browser.ts')
        return [fault(file, node.start, 'go through lib/capture/browser.ts')];
      return [];
    });
  },
  bad: [
    { path: 'lib/app/a.ts', text: 'export const a = () => indexedDB.open("x");' },
    { path: 'components/log/a.ts', text: 'export const a = () => chrome.runtime.id;' },
  ],
  good: [{ path: 'lib/storage/a.ts', text: 'export const a = () => indexedDB.databases();' }],
};
