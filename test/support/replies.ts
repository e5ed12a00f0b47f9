import { createAttachmentService } from '../../lib/app/attachments/attachment-service.ts';
import type { AttachmentService } from '../../lib/app/attachments/attachment-service.ts';
import type { Prepared, Refused } from '../../lib/app/attachments/prepared.ts';
import { foldDirectory } from '../../lib/domain/directory/directory.ts';
import type { Directory } from '../../lib/domain/directory/directory.ts';
import type { Store } from '../../lib/storage/types/store.ts';
import { looked, masks } from '../unit/app/attachments/lab.ts';

export const noDirectory = async (): Promise<Directory> => foldDirectory([], []);

/** As in the page, with a painter that decodes by headers alone. */
export function attachmentsOf(store: Store): AttachmentService {
  return createAttachmentService({
    store,
    now: () => new Date('2026-11-28T12:00:00.000Z'),
    zone: () => 'Europe/Berlin',
    newId: () => crypto.randomUUID(),
    masks: async () => masks,
    looking: async () => ({
      async look(chosen) {
        const prepared: Prepared[] = [];
        const refused: Refused[] = [];
        for (const one of chosen) {
          const found = await looked(new Uint8Array(await one.arrayBuffer()), one.name);
          if ('ok' in found) refused.push(found);
          else prepared.push(found);
        }
        return { prepared, refused };
      },
    }),
    previewing: () => Promise.reject(new Error('Nothing is previewed here.')),
    download: () => undefined,
  });
}
