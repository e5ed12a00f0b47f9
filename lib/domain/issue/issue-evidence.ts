import type { Entry, EntryOf } from '../ledger/entry.ts';
import type { CaptureId, Instant, IssueId, Sha256Hex } from '../ledger/primitives.ts';
import type { z } from '../z.ts';
import type { Drawing } from './drawing.ts';
import type { EvidenceVia, StoredFile, evidenceAdded } from './evidence-bodies.ts';
import { deciding } from './entry-order.ts';
import type { PresentPicture } from './picture.ts';

/** A picture of an issue as it stands now. */
export type IssuePicture = Readonly<{
  /** Id of the capture it was taken with, or of the evidence that was added. */
  pictureId: string;
  /** null: the picture of the click itself. */
  evidenceId: string | null;
  /** The issue whose entries it belongs to: one that was merged in, perhaps. New entries about it name this one. */
  issueId: IssueId;
  captureId: CaptureId | null;
  at: Instant;
  zone: string;
  via: EvidenceVia;
  caption: string;
  url: string | null;
  wholePage: Readonly<{ width: number; height: number }> | null;
  /** What can be shown: the original, or what replaced it. */
  picture: PresentPicture;
  /** null: no marks. Of a replaced picture: none, they are burnt in. */
  drawing: Drawing | null;
  /** Content hash of the original whose bytes were removed for good. */
  removedOriginal: Sha256Hex | null;
}>;

/** A file of an issue. */
export type IssueFile = Readonly<{
  evidenceId: string;
  issueId: IssueId;
  captureId: CaptureId | null;
  at: Instant;
  zone: string;
  via: EvidenceVia;
  caption: string;
  file: StoredFile;
}>;

export type IssueEvidence = Readonly<{
  /** In the order they were taken; without those taken off. */
  pictures: readonly IssuePicture[];
  files: readonly IssueFile[];
}>;

type Taken = Omit<IssuePicture, 'picture' | 'drawing' | 'removedOriginal' | 'caption'> &
  Readonly<{ caption: string; picture: PresentPicture }>;

/** Pictures and files as the issue's readable entries say. `history` in the order of time. */
export function evidenceOf(history: readonly Entry[]): IssueEvidence {
  const off = takenOff(history);
  const said = saidOf(history);
  const added = of(history, 'evidence.added').filter(({ body }) => !off.has(body.evidenceId));
  const taken = history.flatMap((entry): Taken[] => {
    if (entry.kind === 'occurrence.captured') return ofClick(entry);
    if (entry.kind === 'evidence.added' && !off.has(entry.body.evidenceId)) return ofAdded(entry);
    return [];
  });
  return {
    pictures: taken.map((one) => asItStands(one, said)),
    files: added.flatMap((entry): IssueFile[] =>
      entry.body.item.type === 'file'
        ? [
            {
              ...common(entry),
              evidenceId: entry.body.evidenceId,
              caption: captionOf(said, entry.body.evidenceId) ?? entry.body.caption,
              file: entry.body.item.file,
            },
          ]
        : [],
    ),
  };
}

type SaidKind = 'picture.captioned' | 'picture.annotated' | 'picture.original_removed';
/** By the picture it is about. */
type Said = Readonly<{ [K in SaidKind]: ReadonlyMap<string, readonly EntryOf<K>[]> }>;

/** What was said about pictures, looked up once: what happened a thousand times has a thousand pictures. */
function saidOf(history: readonly Entry[]): Said {
  return {
    'picture.captioned': byPicture(of(history, 'picture.captioned')),
    'picture.annotated': byPicture(of(history, 'picture.annotated')),
    'picture.original_removed': byPicture(of(history, 'picture.original_removed')),
  };
}

function byPicture<E extends EntryOf<SaidKind>>(entries: readonly E[]): ReadonlyMap<string, E[]> {
  const found = new Map<string, E[]>();
  for (const entry of entries) {
    const known = found.get(entry.body.pictureId);
    if (known === undefined) found.set(entry.body.pictureId, [entry]);
    else known.push(entry);
  }
  return found;
}

function of<K extends Entry['kind']>(entries: readonly Entry[], kind: K): EntryOf<K>[] {
  return entries.filter((entry): entry is EntryOf<K> => entry.kind === kind);
}

/** Ids of added evidence that is off the issue now. */
function takenOff(history: readonly Entry[]): ReadonlySet<string> {
  const said = new Map<string, EntryOf<'evidence.removed' | 'evidence.restored'>[]>();
  for (const entry of history) {
    if (entry.kind !== 'evidence.removed' && entry.kind !== 'evidence.restored') continue;
    if (!('evidenceId' in entry.body)) continue;
    const { evidenceId } = entry.body;
    said.set(evidenceId, [...(said.get(evidenceId) ?? []), entry]);
  }
  return new Set(
    [...said].filter(([, entries]) => deciding(entries)?.kind === 'evidence.removed').map(([id]) => id),
  );
}

function common(entry: EntryOf<'evidence.added'>) {
  const body: z.infer<typeof evidenceAdded> = entry.body;
  return {
    issueId: entry.issueId,
    captureId: body.captureId ?? null,
    at: entry.at,
    zone: entry.zone,
    via: body.via,
  };
}

function ofClick(entry: EntryOf<'occurrence.captured'>): Taken[] {
  const { captureId, picture, page } = entry.body;
  if (picture.state === 'missing') return [];
  const { issueId, at, zone } = entry;
  const where = { issueId, captureId, at, zone, via: 'visible', url: page.url, wholePage: null } as const;
  return [{ ...where, pictureId: captureId, evidenceId: null, caption: '', picture }];
}

function ofAdded(entry: EntryOf<'evidence.added'>): Taken[] {
  const { evidenceId, item, caption, url, wholePage } = entry.body;
  if (item.type !== 'picture') return [];
  const where = { ...common(entry), url: url ?? null, wholePage: wholePage ?? null };
  return [{ ...where, pictureId: evidenceId, evidenceId, caption, picture: item.picture }];
}

function captionOf(said: Said, pictureId: string): string | undefined {
  return deciding(said['picture.captioned'].get(pictureId) ?? [])?.body.caption;
}

function asItStands(taken: Taken, said: Said): IssuePicture {
  const { pictureId } = taken;
  const removed = deciding(said['picture.original_removed'].get(pictureId) ?? []);
  const drawn = deciding(said['picture.annotated'].get(pictureId) ?? []);
  // What was drawn before the original went is burnt into its replacement.
  const newest = deciding([removed, drawn].filter((entry) => entry !== undefined));
  const shown = newest?.kind === 'picture.annotated' ? newest.body.drawing : null;
  return {
    ...taken,
    caption: captionOf(said, pictureId) ?? taken.caption,
    picture: removed?.body.replacement ?? taken.picture,
    drawing: shown !== null && (shown.shapes.length > 0 || shown.crop !== undefined) ? shown : null,
    removedOriginal: removed?.body.original ?? null,
  };
}
