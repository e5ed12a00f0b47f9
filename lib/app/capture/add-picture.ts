import type { ReasonCode } from '../../domain/evidence/reason.ts';
import type { EvidenceVia } from '../../domain/issue/evidence-bodies.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import type { CaptureId } from '../../domain/ledger/primitives.ts';
import { totalMasked } from '../../domain/privacy/scrubber/scrubbed.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';
import type { ReadyPicture } from '../../capture/picture.ts';
import type { TabFacts } from '../../capture/tab-facts.ts';
import type { StorageCode } from '../../storage/types/storage-failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { BY_US, momentOf } from '../moment.ts';
import { scrubPage } from './page-facts.ts';

/** Another picture of a capture: how it was taken, and of what. */
export type AddedPicture = Readonly<{
  captureId: CaptureId;
  via: EvidenceVia;
  tab: TabFacts;
  ready: ReadyPicture;
  /** Size of the whole page in bitmap pixels where not all of it is in the picture. */
  wholePage: Readonly<{ width: number; height: number }> | null;
}>;

type Deps = Readonly<{
  store: Pick<Store, 'append' | 'issueOfCapture'>;
  scrubber: () => Promise<Scrubber>;
  shrink: (picture: ReadyPicture) => Promise<ReadyPicture | null>;
  now: () => Date;
  newId: () => string;
}>;

const NO_ROOM: readonly StorageCode[] = ['disk-full', 'blob-write-failed', 'quota'];

/** Puts a picture on disk as a part of the issue its capture belongs to; null: done, else why not. */
export function createPictureAdder(deps: Deps): (added: AddedPicture) => Promise<ReasonCode | null> {
  const { store } = deps;

  async function append(entry: NewEntry, picture: ReadyPicture): Promise<StorageCode | null> {
    const done = await store.append(entry, { blobs: [{ ...picture.facts, blob: picture.blob }] });
    return done.ok ? null : done.code;
  }

  return async ({ captureId, via, tab, ready, wholePage }) => {
    const issueId = await store.issueOfCapture(captureId);
    if (issueId === null) return 'failed';
    const { page, masked } = scrubPage(tab, await deps.scrubber());
    const secrets = totalMasked(masked);
    const moment = momentOf(deps.now());
    const evidenceId = deps.newId();
    const entryWith = (picture: ReadyPicture): NewEntry => ({
      kind: 'evidence.added',
      issueId,
      ...moment,
      ...BY_US,
      body: {
        evidenceId,
        captureId,
        via,
        caption: '',
        item: { type: 'picture', picture: picture.facts },
        ...(page.url === null ? {} : { url: page.url }),
        ...(wholePage === null ? {} : { wholePage }),
        ...(secrets === 0 ? {} : { masked: secrets }),
      },
    });
    const code = await append(entryWith(ready), ready);
    if (code === null) return null;
    if (!NO_ROOM.includes(code)) return 'failed';
    const smaller = await deps.shrink(ready);
    return smaller !== null && (await append(entryWith(smaller), smaller)) === null ? null : 'disk-full';
  };
}
