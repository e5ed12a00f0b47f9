import { useRef, useState } from 'preact/hooks';
import type {
  DirectoryDryRun,
  DirectoryFileMade,
} from '../../../lib/app/directory/directory-file-service.ts';
import { DIRECTORY_FILE_BYTES } from '../../../lib/app/directory/directory-file-service.ts';
import { failureCode } from '../../../lib/app/log/failure.ts';
import { common, failureText } from '../../../lib/i18n/common/common.ts';
import { directoryFile } from '../../../lib/i18n/directory-file/directory-file.ts';
import { useApp } from '../../state/app.tsx';
import { useFormat, useText } from '../../state/locale.tsx';

type Undo = () => Promise<Readonly<{ ok: boolean; code?: string }>>;

export type DirectoryFileState =
  | Readonly<{ at: 'start' }>
  | Readonly<{ at: 'made'; file: DirectoryFileMade }>
  | Readonly<{ at: 'looked'; file: File; plan: DirectoryDryRun }>
  | Readonly<{ at: 'applied'; fresh: number; changed: number; undo: Undo | null }>
  | Readonly<{ at: 'undone' }>
  /** A whole sentence. */
  | Readonly<{ at: 'problem'; text: string }>;

/** Writing a set-up file, and the way of one that is taken in: look, decide, take, perhaps undo. */
export function useDirectoryFile() {
  const t = useText(directoryFile);
  const c = useText(common);
  const format = useFormat();
  const service = useApp().services.directoryFile;
  const [state, setState] = useState<DirectoryFileState>({ at: 'start' });
  const [busy, setBusy] = useState(false);
  const running = useRef(0);

  const problem = (text: string): DirectoryFileState => ({ at: 'problem', text });
  const storageProblem = (code: string) => problem(`${failureText(c, code)} ${t.nothingChanged}`);
  function fileProblem(code: keyof typeof t.problem): DirectoryFileState {
    const sentence =
      code === 'too-large' ? t.problem[code](format.bytes(DIRECTORY_FILE_BYTES)) : t.problem[code];
    return problem(`${sentence} ${t.nothingChanged}`);
  }
  /** The latest task decides what is shown. */
  async function run(task: () => Promise<DirectoryFileState>): Promise<void> {
    running.current += 1;
    const mine = running.current;
    setBusy(true);
    const next = await task().catch((error: unknown) => storageProblem(failureCode(error)));
    if (mine !== running.current) return;
    setBusy(false);
    setState(next);
  }

  return {
    state,
    busy,
    leave: () => setState({ at: 'start' }),
    make: (withReporters: boolean) =>
      run(async () => {
        const file = await service.make({ withReporters });
        if (file.things === 0) return problem(t.nothing);
        service.deliver(file);
        return { at: 'made', file };
      }),
    look: (file: File) =>
      run(async () => {
        const plan = await service.inspect(file);
        return plan.ok ? { at: 'looked', file, plan } : fileProblem(plan.code);
      }),
    apply: (file: File, replaceChanged: boolean) =>
      run(async () => {
        const done = await service.apply(file, { replaceChanged });
        if (done.ok) return { at: 'applied', fresh: done.fresh, changed: done.changed, undo: done.undo };
        return 'storage' in done ? storageProblem(done.storage) : fileProblem(done.code);
      }),
    undo: (way: Undo) =>
      run(async () => {
        const done = await way();
        return done.ok ? { at: 'undone' } : storageProblem(done.code ?? 'unknown');
      }),
  };
}
