import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import type { PresentPicture } from '../../lib/domain/issue/picture.ts';
import type { StoredBlob, StoredPicture } from '../../lib/storage/types/picture.ts';
import { makeCapture, seedIssueId, seedPicture, seedUuid } from './seed.ts';

/** Entries about pictures and files of the seeded issues. */

type EvidenceAdded = Extract<NewEntry, { kind: 'evidence.added' }>;

export const seedEvidenceId = (i: number): string => seedUuid(i, 5);

export function presentOf({ blob: _blob, ...facts }: StoredPicture): PresentPicture {
  return { state: 'present', ...facts };
}

/** A nameless run of bytes, as every file is stored. */
export function seedFile(i: number, bytes = 700): StoredBlob {
  const { width: _w, height: _h, mime: _m, ...facts } = seedPicture(i, bytes);
  return { ...facts, mime: 'application/octet-stream' };
}

function frameOf(issue: number) {
  const { kind: _kind, body: _body, ...frame } = makeCapture(issue);
  return { ...frame, issueId: seedIssueId(issue) };
}

export function addedPicture(issue: number, evidence: number, picture: StoredPicture): EvidenceAdded {
  return {
    ...frameOf(issue),
    kind: 'evidence.added',
    body: {
      evidenceId: seedEvidenceId(evidence),
      via: 'paste',
      caption: '',
      item: { type: 'picture', picture: presentOf(picture) },
    },
  };
}

export function addedFile(
  issue: number,
  evidence: number,
  file: StoredBlob,
  name = 'log.txt',
): EvidenceAdded {
  const { sha256, crc32, bytes } = file;
  return {
    ...frameOf(issue),
    kind: 'evidence.added',
    body: {
      evidenceId: seedEvidenceId(evidence),
      via: 'file',
      caption: '',
      item: { type: 'file', file: { sha256, crc32, bytes, mime: 'text/plain', kind: 'text', name } },
    },
  };
}

export function evidenceSaid(
  kind: 'evidence.removed' | 'evidence.restored',
  issue: number,
  evidence: number,
): NewEntry {
  return { ...frameOf(issue), kind, body: { evidenceId: seedEvidenceId(evidence) } };
}

/** `pictureId`: of the capture, or of the added evidence. */
export function originalRemoved(
  issue: number,
  pictureId: string,
  original: StoredPicture,
  replacement: StoredPicture,
): NewEntry {
  return {
    ...frameOf(issue),
    kind: 'picture.original_removed',
    body: { pictureId, original: original.sha256, replacement: presentOf(replacement) },
  };
}
