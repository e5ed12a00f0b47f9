import { createConversationService } from '../../lib/app/conversations/create-conversation-service.ts';
import { createConversationDrafts } from '../../lib/app/conversations/drafts.ts';
import type { ConversationLog } from '../../lib/app/conversations/conversation-service.ts';
import { DIRECTORY, erpCapture, office } from './accounts.ts';
import { ok } from './storage.ts';

const masked = (text: string): string => text.replaceAll(/\S+@\S+/g, '[e-mail]');

/** An office with a provider and one open issue, and what is handed over when a conversation is followed up. */
export async function meetingRoom(seed = 1) {
  const desk = office(seed);
  ok(await desk.directory.saveAll(DIRECTORY));
  ok(await desk.store.append(erpCapture(1, new Date(desk.profile.clock.ms - 3_600_000).toISOString())));
  await desk.follower.settled();
  const area = new Map<string, unknown>();
  const handed: { name: string; text: Promise<string> }[] = [];
  const scrub = (text: string) =>
    Promise.resolve({ value: text.replaceAll('hunter2', '•••'), masked: text.includes('hunter2') ? 1 : 0 });
  const drafts = () =>
    createConversationDrafts(
      {
        all: () => Promise.resolve(Object.fromEntries(area)),
        write: (key, value) => Promise.resolve(void area.set(key, value)),
        remove: (key) => Promise.resolve(void area.delete(key)),
      },
      scrub,
    );
  const { store, reader, now, zone } = desk.deps;
  const service = createConversationService({
    store,
    reader,
    now,
    zone,
    scrub,
    drafts: drafts(),
    version: '0.1.0',
    mask: () => Promise.resolve(masked),
    download: (blob, name) => handed.push({ name, text: blob.text() }),
  });
  /** All conversations as they are known now. */
  const read = () =>
    new Promise<ConversationLog>((resolve, reject) => {
      const stop = service.live(
        (log) => {
          resolve(log);
          queueMicrotask(() => stop());
        },
        (code) => reject(new Error(code)),
      );
    });
  return { ...desk, service, drafts, handed, read };
}
