import type { Entry } from '../ledger/entry.ts';
import type { PresentPicture } from './picture.ts';

/** What an entry says of the picture it names (see `namedBytes`); null where it names none, or a file. */
export function namedPicture(entry: Entry): PresentPicture | null {
  switch (entry.kind) {
    case 'occurrence.captured':
      return entry.body.picture.state === 'present' ? entry.body.picture : null;
    case 'evidence.added':
      return entry.body.item.type === 'picture' ? entry.body.item.picture : null;
    case 'picture.original_removed':
      return entry.body.replacement;
    default:
      return null;
  }
}
