import { fault, type Rule } from '../rule.ts';

const LIMIT = 300;
const ENTRYPOINT_LIMIT = 40;

export const size: Rule = {
  promise: `no file is longer than ${LIMIT} lines, an entrypoint no longer than ${ENTRYPOINT_LIMIT}`,
  check(file, looked) {
    looked();
    const limit = file.path.startsWith('entrypoints/') ? ENTRYPOINT_LIMIT : LIMIT;
    const lines = file.text.trimEnd().split('\n').length;
    return lines > limit ? [fault(file, 0, `has ${lines} lines; split it by subject`)] : [];
  },
  bad: [
    { path: 'lib/app/a.ts', text: '// line\n'.repeat(LIMIT + 1) },
    { path: 'entrypoints/background.ts', text: '// line\n'.repeat(ENTRYPOINT_LIMIT + 1) },
  ],
  good: [{ path: 'lib/app/a.ts', text: '// line\n'.repeat(LIMIT) }],
};

export const fileNames: Rule = {
  promise: 'files are kebab-case.ts, components PascalCase.tsx, folders kebab-case',
  check(file, looked) {
    looked();
    const parts = file.path.split('/');
    const name = parts.pop() ?? '';
    const folders = parts.every((part) => /^[a-z0-9-]+$/.test(part));
    const fits = /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(name) || /^([A-Z][a-z0-9]*)+\.tsx$/.test(name);
    return folders && fits ? [] : [fault(file, 0, 'rename it: kebab-case.ts or PascalCase.tsx')];
  },
  bad: [
    { path: 'lib/app/logService.ts', text: '' },
    { path: 'components/Log/a.tsx', text: '' },
  ],
  good: [
    { path: 'lib/storage/migrations/0001-first.ts', text: '' },
    { path: 'components/log/LogRow.tsx', text: '' },
  ],
};
