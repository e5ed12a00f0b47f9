import { readThing } from '../../domain/directory/read-entry.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import type { Store } from '../../storage/types/store.ts';
import type { EditResult, Scrub } from '../log/edits.ts';
import { failureCode } from '../log/failure.ts';
import { createStamp } from '../log/stamp.ts';
import type { OwnReporter } from '../reporter.ts';
import type { DirectoryReader } from './directory-reader.ts';
import type { DirectoryService, MergedBody } from './directory-service.ts';
import { entriesFor, wayBack, type Change } from './save-things.ts';
import { scrubThing } from './scrub-thing.ts';

export type DirectoryDeps = Readonly<{
  store: Pick<Store, 'append' | 'live'>;
  reader: DirectoryReader;
  reporter: OwnReporter;
  now: () => Date;
  zone: () => string;
  scrub: Scrub;
  /** UUIDv7: things are shown in the order in which they came to be. */
  newId: () => string;
}>;

const INVALID: EditResult = { ok: false, code: 'invalid' };

export function createDirectoryService(deps: DirectoryDeps): DirectoryService {
  const { store, reader, reporter, newId, scrub } = deps;
  const stamp = createStamp(deps.now, deps.zone);

  async function scrubChange(change: Change): Promise<Readonly<{ change: Change | null; masked: number }>> {
    const { kind, id, value } = change;
    if (value === null) return { change, masked: 0 };
    const scrubbed = await scrubThing(value, scrub);
    const thing = readThing(kind, scrubbed.value);
    return { change: thing === null ? null : { kind, id, value: thing.value }, masked: scrubbed.masked };
  }

  async function write(changes: readonly Change[], merged?: MergedBody): Promise<EditResult> {
    await reader.ready();
    const { directory, managed } = await reader.read();
    // What the organisation gave cannot be changed here: it would come back with the next start.
    if (changes.some(({ id }) => managed.has(id))) return INVALID;
    const scrubbed = await Promise.all(changes.map(scrubChange));
    const entries = scrubbed.map(({ change }) =>
      change === null ? null : entriesFor(directory, change, stamp()),
    );
    const valid = entries.flatMap((found) => found ?? []);
    if (entries.includes(null)) return INVALID;
    const masked = scrubbed.reduce((sum, one) => sum + one.masked, 0);
    const first: NewEntry[] =
      merged === undefined ? [] : [{ ...stamp(), kind: 'directory.merged', body: merged }];
    if (first.length + valid.length === 0) return { ok: true, masked, undo: null };
    const back = wayBack(directory, changes);
    const result = await store.append([...first, ...valid]);
    return result.ok ? { ok: true, masked, undo: () => write(back) } : result;
  }

  function live<T>(
    query: () => Promise<T>,
    onValue: (value: T) => void,
    onError: (code: string) => void,
  ): () => void {
    let stop = (): void => undefined;
    let stopped = false;
    void reader.ready().then(() => {
      if (stopped) return;
      let last: T | undefined;
      const changed = (value: T): void => {
        // Every append asks again, but few are about the directory.
        if (value === last) return;
        last = value;
        onValue(value);
      };
      stop = store.live(query, changed, (failure) => onError(failure.code));
    });
    return () => {
      stopped = true;
      stop();
    };
  }

  return {
    live: (onValue, onError) => live(reader.read, onValue, onError),
    async view() {
      await reader.ready();
      return reader.read();
    },
    save: (kind, value) => write([{ kind, id: value.id, value }]),
    saveAll: (things, { merged } = {}) =>
      write(
        things.map(({ kind, value }) => ({ kind, id: value.id, value })),
        merged,
      ),
    retire: (kind, id) => write([{ kind, id, value: null }]),
    newId,
    me: {
      live(onValue, onError) {
        let stop = (): void => undefined;
        const attach = (id: string | undefined): void => {
          stop();
          stop = live(
            async () => (await reader.read()).directory.reporters.get(id ?? '') ?? null,
            onValue,
            onError,
          );
        };
        void reporter.ready().then(attach, (error: unknown) => onError(failureCode(error)));
        const forget = reporter.onChange(() => attach(reporter.id()));
        return () => {
          stop();
          forget();
        };
      },
      async save({ name, teamId }) {
        const known = await reporter.ready();
        const nobody = name.trim() === '' && teamId === undefined;
        if (nobody && known === undefined) return { ok: true, masked: 0, undo: null };
        const id = known ?? newId();
        const value = { id, name: name.trim(), ...(teamId === undefined ? {} : { teamId }) };
        const result = await write([{ kind: 'reporter', id, value: nobody ? null : value }]);
        if (result.ok) await reporter.set(nobody ? null : id);
        return result;
      },
    },
  };
}
