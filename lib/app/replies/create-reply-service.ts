import type { Directory } from '../../domain/directory/directory.ts';
import type { Issue } from '../../domain/issue/issue.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import { readMail } from '../../export/importers/mail.ts';
import type { ReadMail } from '../../export/importers/mail.ts';
import type { Store } from '../../storage/types/store.ts';
import { fitting } from '../attachments/adding.ts';
import type { AttachmentService } from '../attachments/attachment-service.ts';
import type { MaskText } from '../attachments/mask.ts';
import { evidenceEntry } from '../attachments/prepared.ts';
import type { Prepared } from '../attachments/prepared.ts';
import { createStamp } from '../log/stamp.ts';
import type { EditResult } from '../log/edits.ts';
import { momentOf } from '../moment.ts';
import { idIn, timeOfMail, wordsOfMail } from './read-reply.ts';
import type { ReplySide, ReplyService } from './reply-service.ts';

export type ReplyDeps = Readonly<{
  store: Pick<Store, 'append' | 'issue' | 'picture'>;
  attachments: Pick<AttachmentService, 'look' | 'bytes'>;
  directory: () => Promise<Directory>;
  masks: () => Promise<Readonly<{ text: MaskText }>>;
  newId: () => string;
  now: () => Date;
  zone: () => string;
}>;

export function createReplyService(deps: ReplyDeps): ReplyService {
  const { store, attachments, directory, masks, newId, now, zone } = deps;
  const stamp = createStamp(now, zone);

  /** The same mail among the files of the issue, whatever program it was saved with. */
  async function storedAs(issue: Issue, mail: Prepared): Promise<Sha256Hex | null> {
    const id = idIn(new Uint8Array(await mail.blob.blob.arrayBuffer()));
    for (const { file } of issue.files) {
      if (file.sha256 === mail.blob.sha256) return file.sha256;
      if (id === null || file.kind !== 'mail') continue;
      const blob = await attachments.bytes(file.sha256);
      if (blob !== null && idIn(new Uint8Array(await blob.arrayBuffer())) === id) return file.sha256;
    }
    return null;
  }

  return {
    async look(issue, file) {
      const looked = await attachments.look([file]);
      const [mail] = looked?.prepared ?? [];
      const [refused] = looked?.refused ?? [];
      if (refused !== undefined) return refused;
      if (mail?.item.type !== 'file' || mail.item.file.kind !== 'mail')
        return { ok: false, code: 'not-a-mail' };
      const read = await readMail(new Uint8Array(await file.arrayBuffer()));
      if (read === null) return { ok: false, code: 'unreadable' };
      const stored = await storedAs(issue, mail);
      if (stored !== null && issue.timeline.some(({ holds }) => holds?.evidence?.includes(stored)))
        return { ok: false, code: 'known' };
      const [unfit] = stored === null ? fitting(issue, { prepared: [mail], refused: [] }).refused : [];
      if (unfit !== undefined) return unfit;
      const moment = timeOfMail(read, now(), (at) => momentOf(at, zone()));
      if (typeof moment === 'string') return { ok: false, code: moment };
      const words = wordsOfMail(read, (await masks()).text);
      return { ok: true, ...words, moment, mail, stored, ...senderOf(read, await directory()) };
    },

    async write(issueId, { mail, stored, moment, text, contactId }, { side, event, ticket }) {
      const evidenceId = newId();
      const line: NewEntry = {
        ...moment,
        kind: 'event',
        issueId,
        certainty: 'documented',
        by: { side },
        body: {
          event,
          channel: 'email',
          visibility: 'shared',
          text,
          ...(ticket === null ? {} : { ticket }),
          ...(contactId === null ? {} : { contactId }),
          evidence: [stored ?? mail.blob.sha256],
        },
      };
      const kept = evidenceEntry(issueId, stamp(), mail, { evidenceId, via: 'file' });
      const result =
        stored === null ? await store.append([kept, line], { blobs: [mail.blob] }) : await store.append(line);
      if (!result.ok) return result;
      const written = result.entries.at(-1);
      async function undo(): Promise<EditResult> {
        if (written === undefined) return { ok: false, code: 'no-such-issue' };
        const { ledger, n } = written;
        const { kind: _kind, body: _body, ...when } = line;
        const struck: NewEntry = { ...when, kind: 'entry.corrected', issueId, body: { ledger, n, as: null } };
        const off: NewEntry = { ...stamp(), kind: 'evidence.removed', issueId, body: { evidenceId } };
        const back = await store.append(stored === null ? [struck, off] : struck);
        return back.ok ? { ok: true, masked: 0, undo: null } : back;
      }
      return { ok: true, masked: mail.masked, undo };
    },
  };
}

/** Whose address a mail came from, by the addresses of contacts and providers. */
function senderOf(
  mail: ReadMail,
  { contacts, providers }: Directory,
): Readonly<{ side: ReplySide | null; contactId: string | null }> {
  const address = (/<([^<>]+)>\s*$/u.exec(mail.from)?.[1] ?? mail.from).trim().toLowerCase();
  const has = ({
    channels,
  }: Readonly<{ channels: readonly Readonly<{ kind: string; address: string }>[] }>) =>
    channels.some((one) => one.kind === 'email' && one.address.trim().toLowerCase() === address);
  const contact = address === '' ? undefined : [...contacts.values()].find(has);
  if (contact !== undefined) return { side: contact.side, contactId: contact.id };
  return { side: address !== '' && [...providers.values()].some(has) ? 'provider' : null, contactId: null };
}
