import { ATTACHMENT_LIMITS } from '../../domain/evidence/attachment-limits.ts';
import { savedFileName } from '../../domain/evidence/file-name.ts';
import type { EvidenceVia, StoredFile } from '../../domain/issue/evidence-bodies.ts';
import type { IssueFile, IssuePicture } from '../../domain/issue/issue-evidence.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import type { IssueId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import { cutAt } from '../../domain/text/cut.ts';
import type { Store } from '../../storage/types/store.ts';
import type { EditResult } from '../log/edits.ts';
import { createStamp } from '../log/stamp.ts';
import { fitting } from './adding.ts';
import type { Added, AddingWork, Looked } from './adding.ts';
import type { FilePreview } from './file-preview.ts';
import type { MaskText } from './mask.ts';
import type { Chosen } from './prepare.ts';
import { evidenceEntry } from './prepared.ts';
import type { Refused } from './prepared.ts';

export type { Chosen, FilePreview, Refused };

/** How a picture came about, where it was not simply chosen. */
export type PictureFacts = Readonly<{
  via: EvidenceVia;
  caption?: string;
  /** Address of the page it was taken of; scrubbed here. */
  url?: string;
  wholePage?: Readonly<{ width: number; height: number }>;
}>;

/** Pictures and files of an issue beside those of the click. */
export type AttachmentService = Readonly<{
  /** Looks at what was chosen, masks and measures it; stores nothing. For an issue that does not exist yet. */
  look(chosen: readonly Chosen[], work?: AddingWork): Promise<Looked | null>;
  /** Stores what was looked at, in one transaction. */
  addPrepared(issueId: IssueId, looked: Looked, facts: PictureFacts): Promise<Added>;
  addFiles(issueId: IssueId, chosen: readonly Chosen[], via: EvidenceVia, work?: AddingWork): Promise<Added>;
  addPicture(issueId: IssueId, picture: Blob, facts: PictureFacts): Promise<Added>;
  remove(of: Pick<IssuePicture | IssueFile, 'issueId' | 'evidenceId'>): Promise<EditResult>;
  restore(of: Pick<IssuePicture | IssueFile, 'issueId' | 'evidenceId'>): Promise<EditResult>;
  caption(issueId: IssueId, pictureId: string, caption: string, before: string): Promise<EditResult>;
  /** null: the bytes are gone although the log names them. */
  bytes(sha256: Sha256Hex): Promise<Blob | null>;
  /** What a file says, as text; null when its bytes are gone. */
  preview(file: IssueFile): Promise<FilePreview | null>;
  /** Gives it to the browser's download; false when its bytes are gone. */
  save(file: IssueFile, key: string): Promise<boolean>;
}>;

export type AttachmentDeps = Readonly<{
  store: Pick<Store, 'append' | 'issue' | 'picture'>;
  now: () => Date;
  zone: () => string;
  newId: () => string;
  masks: () => Promise<Readonly<{ text: MaskText; url: MaskText }>>;
  /** The rest is loaded when something is added: most visits add nothing. */
  looking: () => Promise<
    Readonly<{
      look: (
        chosen: readonly Chosen[],
        masks: Readonly<{ text: MaskText; url: MaskText }>,
        work: AddingWork,
      ) => Promise<Looked | null>;
    }>
  >;
  previewing: () => Promise<
    Readonly<{ filePreview: (file: StoredFile, blob: Blob) => Promise<FilePreview> }>
  >;
  download: (blob: Blob, fileName: string) => void;
}>;

const CANCELLED = { ok: false, code: 'cancelled' } as const;

export function createAttachmentService({
  store,
  now,
  zone,
  newId,
  masks,
  looking,
  previewing,
  download,
}: AttachmentDeps): AttachmentService {
  const stamp = createStamp(now, zone);

  async function say(
    kind: 'evidence.removed' | 'evidence.restored',
    { issueId, evidenceId }: Pick<IssuePicture | IssueFile, 'issueId' | 'evidenceId'>,
  ): Promise<EditResult> {
    if (evidenceId === null)
      throw new Error('The picture of a click is part of the click and cannot be taken off.');
    const result = await store.append({ ...stamp(), kind, issueId, body: { evidenceId } });
    const back = kind === 'evidence.removed' ? 'evidence.restored' : 'evidence.removed';
    return result.ok ? { ok: true, masked: 0, undo: () => say(back, { issueId, evidenceId }) } : result;
  }

  async function takeBack(issueId: IssueId, ids: readonly string[]): Promise<EditResult> {
    const entries = ids.map((evidenceId) => ({
      ...stamp(),
      kind: 'evidence.removed' as const,
      issueId,
      body: { evidenceId },
    }));
    const result = await store.append(entries);
    return result.ok ? { ok: true, masked: 0, undo: null } : result;
  }

  async function look(chosen: readonly Chosen[], work: AddingWork = {}): Promise<Looked | null> {
    const [{ look: lookAt }, masking] = await Promise.all([looking(), masks()]);
    const { atOnce } = ATTACHMENT_LIMITS;
    const some = await lookAt(chosen.slice(0, atOnce), masking, work);
    if (some === null || chosen.length <= atOnce) return some;
    const rest = chosen
      .slice(atOnce)
      .map(({ name = '' }): Refused => ({ ok: false, code: 'too-many', name, limit: atOnce }));
    return { ...some, refused: [...some.refused, ...rest] };
  }

  async function addPrepared(issueId: IssueId, looked: Looked, facts: PictureFacts): Promise<Added> {
    const issue = await store.issue(issueId);
    if (issue === null) return { ok: false, code: 'no-such-issue' };
    const { taken, refused } = fitting(issue, looked);
    const all = [...looked.refused, ...refused];
    if (taken.length === 0) return { ok: true, added: 0, masked: 0, leftOut: 0, refused: all, undo: null };
    const { text, url } = await masks();
    const caption = text((facts.caption ?? '').toWellFormed().trim());
    const address = facts.url === undefined ? null : url(facts.url);
    const said = {
      via: facts.via,
      caption: caption.value,
      masked: caption.masked + (address?.masked ?? 0),
      ...(address === null ? {} : { url: address.value }),
      ...(facts.wholePage === undefined ? {} : { wholePage: facts.wholePage }),
    };
    const ids = taken.map(newId);
    const entries = taken.map((one, i) =>
      evidenceEntry(issueId, stamp(), one, { ...said, evidenceId: ids[i] ?? newId() }),
    );
    const result = await store.append(entries, { blobs: taken.map(({ blob }) => blob) });
    if (!result.ok) return result;
    return {
      ok: true,
      added: taken.length,
      masked: entries.reduce((sum, { body }) => sum + (body.masked ?? 0), 0),
      leftOut: taken.reduce((sum, one) => sum + one.leftOut, 0),
      refused: all,
      undo: () => takeBack(issueId, ids),
    };
  }

  async function caption(
    issueId: IssueId,
    pictureId: string,
    given: string,
    before: string,
  ): Promise<EditResult> {
    const { text } = await masks();
    const { value, masked } = text(given.toWellFormed().replace(/\s+/gu, ' ').trim());
    const cut = cutAt(value, LIMITS.caption);
    const body = { pictureId, caption: cut };
    const result = await store.append({ ...stamp(), kind: 'picture.captioned', issueId, body });
    return result.ok ? { ok: true, masked, undo: () => caption(issueId, pictureId, before, cut) } : result;
  }

  async function bytes(sha256: Sha256Hex): Promise<Blob | null> {
    const found = await store.picture(sha256);
    return 'missing' in found ? null : found.blob;
  }

  return {
    look,
    addPrepared,
    async addFiles(issueId, chosen, via, work) {
      const looked = await look(chosen, work);
      return looked === null ? CANCELLED : addPrepared(issueId, looked, { via });
    },
    async addPicture(issueId, picture, facts) {
      const looked = await look([picture]);
      return looked === null ? CANCELLED : addPrepared(issueId, looked, facts);
    },
    remove: (of) => say('evidence.removed', of),
    restore: (of) => say('evidence.restored', of),
    caption,
    bytes,
    async preview({ file }) {
      const blob = await bytes(file.sha256);
      return blob === null ? null : (await previewing()).filePreview(file, blob);
    },
    async save({ file }, key) {
      const blob = await bytes(file.sha256);
      if (blob !== null) download(blob, savedFileName(file.name === '' ? key : file.name, file.kind));
      return blob !== null;
    },
  };
}
