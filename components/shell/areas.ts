/** The areas of the full page, as named by the first part of the address after `#`. */
export type Area =
  'log' | 'else' | 'providers' | 'promises' | 'conversations' | 'data' | 'settings' | 'welcome' | 'unknown';

/** `#/log/<issue>?view=trash`: what follows the area is read by its screen. */
export function areaOf(path: string): Area {
  const [place = ''] = path.split('?');
  const [first = '', ...rest] = place.replace(/^\/+|\/+$/g, '').split('/');
  if (first === 'log' || (first === '' && rest.length === 0)) return 'log';
  if (first === 'providers') return 'providers';
  if (rest.length > 0) return 'unknown';
  return first === 'else' ||
    first === 'promises' ||
    first === 'conversations' ||
    first === 'data' ||
    first === 'settings' ||
    first === 'welcome'
    ? first
    : 'unknown';
}

/** The navigation, top to bottom. An area appears here once it exists: no dead links. */
export const AREAS = [
  { path: '/log', word: 'log', holds: ['log', 'else'] },
  { path: '/providers', word: 'providers', holds: ['providers'] },
  { path: '/promises', word: 'promises', holds: ['promises'] },
  { path: '/conversations', word: 'conversations', holds: ['conversations'] },
  { path: '/data', word: 'data', holds: ['data', 'settings'] },
] as const satisfies readonly {
  path: string;
  word: 'log' | 'providers' | 'promises' | 'conversations' | 'data';
  holds: readonly Area[];
}[];
