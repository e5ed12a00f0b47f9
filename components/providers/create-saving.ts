import type { DirectoryService } from '../../lib/app/directory/directory-service.ts';
import type { EditResult } from '../../lib/app/log/edits.ts';
import { failureCode } from '../../lib/app/log/failure.ts';
import type { DirectoryKind } from '../../lib/domain/directory/entries.ts';
import type { DirectoryThing, Things } from '../../lib/domain/directory/read-entry.ts';
import type { Toasts } from '../ui/toasts.ts';

/** Changes to the directory: each says what it did and offers the way back. false: not done, and said why. */
export type Saving = Readonly<{
  save<K extends DirectoryKind>(kind: K, value: Things[K], said: string): Promise<boolean>;
  /** All or none of them. */
  saveAll(things: readonly DirectoryThing[], said: string): Promise<boolean>;
  retire(kind: DirectoryKind, id: string, said: string): Promise<boolean>;
  /** Takes the latest change back. */
  undo(): void;
}>;

type Way = () => Promise<EditResult>;

export type SavingWords = Readonly<{
  failed(code: string): string;
  masked(count: number): string;
  undo: string;
  undone: string;
  nothing: string;
}>;

export function createSaving(
  directory: Pick<DirectoryService, 'save' | 'saveAll' | 'retire'>,
  toasts: Toasts,
  /** In the language of the moment. */
  words: () => SavingWords,
): Saving {
  let ways: readonly Way[] = [];

  function failed(code: string): false {
    toasts.show({ tone: 'problem', text: words().failed(code) });
    return false;
  }
  async function told(work: Way, said: string): Promise<boolean> {
    try {
      const result = await work();
      if (!result.ok) return failed(result.code);
      const t = words();
      const text = result.masked > 0 ? `${said} ${t.masked(result.masked)}` : said;
      const way = result.undo;
      if (way === null) toasts.show({ text });
      else {
        ways = [...ways, way];
        toasts.show({ text, action: { label: t.undo, run: () => back(way) } });
      }
      return true;
    } catch (error) {
      return failed(failureCode(error));
    }
  }
  /** Taking back is itself no change to take back: the key goes on to the one before. */
  function back(way: Way): void {
    ways = ways.filter((one) => one !== way);
    void told(() => way().then((result) => (result.ok ? { ...result, undo: null } : result)), words().undone);
  }
  return {
    save: (kind, value, said) => told(() => directory.save(kind, value), said),
    saveAll: (things, said) => told(() => directory.saveAll(things), said),
    retire: (kind, id, said) => told(() => directory.retire(kind, id), said),
    undo() {
      const way = ways.at(-1);
      if (way === undefined) toasts.show({ text: words().nothing });
      else back(way);
    },
  };
}
