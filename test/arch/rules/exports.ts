import { fault, type Rule } from '../rule.ts';

export const namedExports: Rule = {
  promise: 'files export names; only an entrypoint has a default export',
  check(file, looked) {
    return file.nodes.flatMap((node) => {
      if (!node.type.startsWith('Export')) return [];
      looked();
      const isEntrypoint = file.path.startsWith('entrypoints/');
      return node.type === 'ExportDefaultDeclaration' && !isEntrypoint
        ? [fault(file, node.start, 'export a name instead of a default')]
        : [];
    });
  },
  bad: [{ path: 'lib/app/a.ts', text: 'export default function a() {}' }],
  good: [
    { path: 'lib/app/a.ts', text: 'export const a = 1;' },
    { path: 'entrypoints/background.ts', text: 'export default {};' },
  ],
};

export const noBarrels: Rule = {
  promise: 'no file passes on what others export, but a service may pass on the types of its signatures',
  check(file, looked) {
    const name = file.path.split('/').at(-1) ?? '';
    const faults = /^index\.tsx?$/.test(name) ? [fault(file, 0, 'name the file after what it holds')] : [];
    for (const node of file.nodes) {
      if (node.type !== 'ExportAllDeclaration' && node.type !== 'ExportNamedDeclaration') continue;
      looked();
      if (node['exportKind'] === 'type' && node.type === 'ExportNamedDeclaration') continue;
      if (node['source'])
        faults.push(fault(file, node.start, 'import it where it is needed instead of passing it on'));
    }
    return faults;
  },
  bad: [
    { path: 'lib/app/a.ts', text: `export * from './b.ts';` },
    { path: 'lib/app/a.ts', text: `export type * from './b.ts';` },
    { path: 'lib/app/a.ts', text: `export { b } from './b.ts';` },
    { path: 'components/ui/index.ts', text: 'export const a = 1;' },
  ],
  good: [
    { path: 'lib/app/a.ts', text: `export type { B } from './b.ts';` },
    { path: 'lib/app/a.ts', text: `import { b } from './b.ts'; export const a = b;` },
  ],
};
