import type { Issue } from '../../domain/issue/issue.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import type { CaptureId, Position } from '../../domain/ledger/primitives.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';
import { isBlank } from '../../domain/text/blank.ts';
import { cutAt } from '../../domain/text/cut.ts';
import type { Store } from '../../storage/types/store.ts';
import type { SessionValues } from '../capture/continuing.ts';
import type { Done } from '../client/protocol.ts';
import type { SystemChoice } from '../client/system-view.ts';
import { BY_US, momentOf } from '../moment.ts';
import type { Digest, KnownProvider, KnownSystem } from './digest.ts';
import type { DigestCache } from './digest-cache.ts';
import { patched } from './patched.ts';
import { alwaysOf, assigned, changedSystems, providerSaved, retired, systemSaved } from './system-edits.ts';
import { recognisedIn } from './system-in.ts';
import { createSystemUndo } from './system-undo.ts';

export type SystemDeps = Readonly<{
  store: Pick<Store, 'append' | 'issue' | 'issueOfCapture'>;
  digests: DigestCache;
  session: SessionValues;
  scrubber: () => Promise<Scrubber>;
  now: () => Date;
}>;

/** What the name of a system or provider holds. */
const NAME = 200;

const DONE: Done = { ok: true };

/** Ends a change that cannot be made; whoever asked for it is told the code. */
function refusal(code: string): Error {
  return Object.assign(new Error(`A change of a system was refused (${code}).`), { code });
}

function headOf({ systems, providers }: Digest, id: string): Position | undefined {
  return systems.find(({ value }) => value.id === id)?.head ?? providers.find((one) => one.id === id)?.head;
}

/** Writes what was said about a system in a popup, and takes it back. Rejects with a `code`. */
export function createSystemChanges({ store, digests, session, scrubber, now }: SystemDeps) {
  const undoing = createSystemUndo(session);

  async function issueOf(capture: CaptureId): Promise<Issue> {
    const id = await store.issueOfCapture(capture);
    const issue = id && (await store.issue(id));
    if (!issue) throw refusal('unknown-capture');
    return issue;
  }
  /** What people type goes through the same masks as everything. */
  async function clean(typed: string): Promise<string> {
    const { value } = (await scrubber()).title(typed.toWellFormed());
    if (isBlank(value)) throw refusal('invalid');
    return cutAt(value.trim(), NAME);
  }
  async function providerOf(digest: Digest, wanted: SystemChoice['provider']): Promise<KnownProvider | null> {
    if (wanted === undefined) return null;
    const known = digest.providers.find(({ id }) => id === wanted.id);
    if (known) return known;
    if (wanted.name === undefined) throw refusal('gone');
    return { id: wanted.id, name: await clean(wanted.name) };
  }
  async function targetOf(digest: Digest, choice: SystemChoice): Promise<KnownSystem> {
    const { id, name } = choice.system;
    const known = digest.systems.find(({ value }) => value.id === id);
    if (known) return known;
    if (name === undefined) throw refusal('gone');
    const value: KnownSystem['value'] = {
      id,
      name: await clean(name),
      ...(choice.provider === undefined ? {} : { providerId: choice.provider.id }),
      patterns: [],
      environment: 'prod',
      criticality: 2,
      aliases: [],
    };
    return { value, provider: null };
  }
  /** All in one strict transaction, then what the next capture needs to know of it. */
  async function write(digest: Digest, entries: readonly NewEntry[]): Promise<Digest> {
    const appended = await store.append(entries);
    if (!appended.ok) throw refusal(appended.code);
    return patched(digest, appended.entries);
  }

  async function set(capture: CaptureId, choice: SystemChoice): Promise<Done> {
    const issue = await issueOf(capture);
    return digests.change(async (digest) => {
      const when = { ...momentOf(now()), ...BY_US };
      const target = await targetOf(digest, choice);
      const isNew = !digest.systems.includes(target);
      const provider = isNew ? await providerOf(digest, choice.provider) : null;
      const newProvider = provider === null || digest.providers.includes(provider) ? null : provider;
      const offered = alwaysOf(digest, issue, recognisedIn(digest, issue));
      const always = offered.find(({ pattern }) => pattern.pattern === choice.always) ?? null;
      const systems = changedSystems(digest, target, always);
      const before = issue.assigned?.systemId ?? null;
      const { id } = target.value;
      const entries: NewEntry[] = [
        ...(newProvider === null ? [] : [providerSaved(when, newProvider)]),
        ...systems.map((value) => systemSaved(when, value, headOf(digest, value.id))),
        ...(before === id ? [] : [assigned(when, issue.id, id)]),
      ];
      // The same message for the second time: all of it is done.
      if (entries.length === 0) return { digest: null, result: DONE };
      const after = await write(digest, entries);
      const touched = [
        ...systems.map((value) => value.id),
        ...(newProvider === null ? [] : [newProvider.id]),
      ];
      await undoing.remember({
        captureId: capture,
        assigned: before,
        before: digest.systems.map(({ value }) => value).filter((value) => touched.includes(value.id)),
        made: {
          ...(isNew ? { system: id } : {}),
          ...(newProvider === null ? {} : { provider: newProvider.id }),
        },
        heads: Object.fromEntries(touched.map((one) => [one, headOf(after, one)?.n ?? 0])),
      });
      return { digest: after, result: DONE };
    });
  }

  async function undo(capture: CaptureId): Promise<Done> {
    const change = await undoing.recall(capture);
    if (change === null) return DONE;
    const issue = await issueOf(capture);
    return digests.change(async (digest) => {
      const when = { ...momentOf(now()), ...BY_US };
      const { made, heads } = change;
      const ours = (id: string | undefined): id is string =>
        id !== undefined && headOf(digest, id)?.n === heads[id];
      const gone = digest.systems.find(({ value }) => value.id === made.system && ours(value.id));
      const entries: NewEntry[] = [
        ...change.before
          .filter(({ id }) => ours(id))
          .map((value) => systemSaved(when, value, headOf(digest, value.id))),
        // A retired system goes on explaining its addresses, so it must not have any.
        ...(gone === undefined
          ? []
          : [
              systemSaved(when, { ...gone.value, patterns: [] }, gone.head),
              retired(when, 'system.retired', gone.value.id, gone.head),
            ]),
        ...(ours(made.provider)
          ? [retired(when, 'provider.retired', made.provider, headOf(digest, made.provider))]
          : []),
        ...((issue.assigned?.systemId ?? null) === change.assigned
          ? []
          : [assigned(when, issue.id, change.assigned)]),
      ];
      const after = entries.length === 0 ? null : await write(digest, entries);
      await undoing.forget();
      return { digest: after, result: DONE };
    });
  }

  return { issueOf, set, undo };
}
