import type { Part, UrlContext } from './context.ts';
import { joined } from './context.ts';
import { scrubParameters } from './parameters.ts';
import { scrubPath } from './path.ts';

/** `#access_token=…`, `#/route?session=…`, `#!/route`, `#section`: routes are paths, the rest is read as parameters. */
export function scrubFragment(fragment: string, context: UrlContext): Part {
  const parts = fragment
    .split('?')
    .map((part) => (part.includes('=') ? scrubParameters(part, context) : scrubPath(part, context)));
  return joined(parts, '?');
}
