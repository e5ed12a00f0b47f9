// Built into one script by test/support/bundle.ts and run in a page of the extension (see often.ts).
import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import type { IssueId } from '../../lib/domain/ledger/primitives.ts';
import type { Store } from '../../lib/storage/types/store.ts';
import { drawnPicture, openStore } from './in-page.ts';
import { seedEntries } from './seed-entries.ts';

type Capture = Extract<NewEntry, { kind: 'occurrence.captured' }>;

const afresh = (): IssueId => crypto.randomUUID() as IssueId; // as: made in the shape of one

/** The same problem so many times: each recorded by a click of its own, all but the first turned into "Again". */
async function happened(store: Store, times: number): Promise<IssueId> {
  const picture = await drawnPicture();
  const captures = [...seedEntries(times, () => picture, true)].filter(
    (entry): entry is Capture => entry.kind === 'occurrence.captured',
  );
  const root = afresh();
  const entries = captures.flatMap((capture, at): NewEntry[] => {
    const { body, kind: _kind, ...rest } = capture;
    const captureId = crypto.randomUUID() as Capture['body']['captureId']; // as: made in the shape of one
    const mine = at === 0 ? root : afresh();
    const recorded = { ...capture, issueId: mine, body: { ...body, captureId } };
    if (at === 0) return [recorded];
    return [recorded, { ...rest, issueId: mine, kind: 'occurrence.moved', body: { captureId, to: root } }];
  });
  const result = await store.appendMany(entries, { blobs: [picture] });
  if (!result.ok) throw new Error(`Seeding failed: ${result.code}.`);
  return root;
}

export type Planted = readonly [often: IssueId, twice: IssueId];

/**
 * Two issues: one that happened so many times, one that happened twice.
 * @public called in the page, see often.ts
 */
export async function plant(times: number): Promise<Planted> {
  const store = openStore();
  const ids = [await happened(store, times), await happened(store, 2)] as const;
  await store.settled();
  store.close();
  return ids;
}

let writer: Store | null = null;

/**
 * One more word about an issue. Resolves with the milliseconds that writing it took.
 * @public called in the page, see often.ts
 */
export async function describe(issueId: IssueId, text: string): Promise<number> {
  writer ??= openStore();
  await writer.open();
  const started = performance.now();
  const result = await writer.append({
    at: new Date().toISOString(),
    zone: 'UTC',
    offsetMin: 0,
    certainty: 'exact',
    by: { side: 'us' },
    kind: 'issue.titled',
    issueId,
    body: { title: text },
  });
  if (!result.ok) throw new Error(`Nothing was written: ${result.code}.`);
  return performance.now() - started;
}
