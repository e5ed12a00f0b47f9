import type { EvidenceVia, StoredFile } from '../../domain/issue/evidence-bodies.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import type { PresentPicture } from '../../domain/issue/picture.ts';
import { cutAt } from '../../domain/text/cut.ts';
import type { StoredBlob } from '../../storage/types/picture.ts';
import type { Stamp } from '../log/stamp.ts';

/** A picture or file that was looked at, freed of secrets and of hidden facts, and can be stored as it is. */
export type Prepared = Readonly<{
  item: Readonly<{ type: 'picture'; picture: PresentPicture }> | Readonly<{ type: 'file'; file: StoredFile }>;
  blob: StoredBlob;
  /** As it was called, for messages; '' where it had no name. */
  name: string;
  /** Secrets masked in it. */
  masked: number;
  /** Contents that could not come along (attached files, packed bodies). */
  leftOut: number;
}>;

/** Why something was not taken. `limit`: what is allowed, in the unit of the code. */
export type RefusedCode =
  | 'empty'
  | 'too-large'
  | 'too-many-pixels'
  | 'damaged-picture'
  | 'unreadable'
  | 'already-there'
  | 'issue-full'
  | 'too-many';
export type Refused = Readonly<{ ok: false; code: RefusedCode; name: string; limit?: number }>;

export type EvidenceFacts = Readonly<{
  evidenceId: string;
  via: EvidenceVia;
  /** Scrubbed. */
  caption?: string;
  captureId?: CaptureId;
  /** Scrubbed address of the page it was taken of. */
  url?: string;
  wholePage?: Readonly<{ width: number; height: number }>;
  /** Secrets masked in caption and address. */
  masked?: number;
}>;

/** The entry that adds it; its bytes go with it, as `blobs` of the same append. */
export function evidenceEntry(
  issueId: IssueId,
  stamp: Stamp,
  { item, masked }: Pick<Prepared, 'item' | 'masked'>,
  { caption = '', masked: maskedFacts = 0, ...facts }: EvidenceFacts,
): Extract<NewEntry, { kind: 'evidence.added' }> {
  const all = masked + maskedFacts;
  return {
    ...stamp,
    kind: 'evidence.added',
    issueId,
    body: { ...facts, caption: cutAt(caption, LIMITS.caption), item, ...(all > 0 ? { masked: all } : {}) },
  };
}
