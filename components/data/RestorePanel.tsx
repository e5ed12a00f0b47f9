import { useRef, useState } from 'preact/hooks';
import type { RestoreResult, RestoreSummary } from '../../lib/app/backup/backup-service.ts';
import { data } from '../../lib/i18n/data/data.ts';
import { imports } from '../../lib/i18n/imports/imports.ts';
import { protect } from '../../lib/i18n/protect/protect.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DryRun } from './DryRun.tsx';
import { ImportsPart } from './ImportsPart.tsx';
import { RestoreProblem } from './RestoreProblem.tsx';
import { UnlockForm } from './UnlockForm.tsx';
import { useWork } from './use-work.ts';
import { WorkProgress } from './WorkProgress.tsx';

type State =
  | Readonly<{ at: 'start' }>
  | Readonly<{ at: 'looked'; files: readonly File[]; result: RestoreResult }>
  | Readonly<{ at: 'restored'; result: RestoreResult }>;

/** Choose or drop a file, or all files of a backup, see what it would do, then do it or not. */
export function RestorePanel() {
  const t = useText(data);
  const p = useText(protect);
  const { services } = useApp();
  const input = useRef<HTMLInputElement>(null);
  const work = useWork();
  const [state, setState] = useState<State>({ at: 'start' });
  const [over, setOver] = useState(false);
  const [doing, setDoing] = useState<'opening' | 'looking' | 'restoring'>('looking');

  async function look(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    setState({ at: 'start' });
    setDoing('looking');
    const result = await work.start((watched) => services.backup.inspect(files, watched));
    setState({ at: 'looked', files, result });
  }
  async function unlock(files: readonly File[], password: string): Promise<void> {
    setDoing('opening');
    const opened = await work.start((watched) => services.backup.unlock(files, password, watched));
    if (!opened.ok) setState({ at: 'looked', files, result: opened });
    else await look(opened.files.map((file, index) => new File([file], files[index]?.name ?? '')));
  }
  async function restore(files: readonly File[], withSettings: boolean): Promise<void> {
    setDoing('restoring');
    const result = await work.start((watched) => services.backup.restore(files, withSettings, watched));
    setState({ at: 'restored', result });
  }
  function dropped(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void look([...(event.dataTransfer?.files ?? [])]);
  }

  return (
    <section class="data-panel" aria-labelledby="data-restore">
      <h2 id="data-restore">{t.restoreHeading}</h2>
      <p>{t.restoreSentence}</p>
      {work.running === null && (
        <div
          class={over ? 'data-drop data-drop-over' : 'data-drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={dropped}
        >
          <input
            ref={input}
            class="hidden-text"
            type="file"
            multiple
            accept=".zip,application/zip"
            aria-label={t.restoreChoose}
            tabIndex={-1}
            onChange={(event) => {
              void look([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = ''; // so that the same file can be chosen again
            }}
          />
          <Button onClick={() => input.current?.click()}>{t.restoreChoose}</Button>
          <span class="quiet">{t.restoreDrop}</span>
        </div>
      )}
      {work.running && (
        <WorkProgress
          label={{ opening: p.unlock.working, looking: t.restoreReading, restoring: t.restoreWorking }[doing]}
          running={work.running}
          onCancel={work.cancel}
        />
      )}
      {work.running === null && state.at === 'looked' && (
        <Looked
          result={state.result}
          fileName={state.files.map(({ name }) => name).join(', ')}
          onUnlock={(password) => void unlock(state.files, password)}
          onRestore={(withSettings) => void restore(state.files, withSettings)}
          onLeave={() => setState({ at: 'start' })}
        />
      )}
      {work.running === null && state.at === 'restored' && <Restored result={state.result} />}
      <ImportsPart />
    </section>
  );
}

function Looked(props: {
  result: RestoreResult;
  fileName: string;
  onUnlock: (password: string) => void;
  onRestore: (withSettings: boolean) => void;
  onLeave: () => void;
}) {
  const { result, onUnlock, ...rest } = props;
  if (!result.ok && (result.code === 'password-needed' || result.code === 'wrong-password')) {
    const { fileName, onLeave } = rest;
    const wrong = result.code === 'wrong-password';
    return <UnlockForm fileName={fileName} wrong={wrong} onOpen={onUnlock} onLeave={onLeave} />;
  }
  return result.ok ? (
    <DryRun summary={result satisfies RestoreSummary} {...rest} />
  ) : (
    <RestoreProblem failure={result} />
  );
}

function Restored({ result }: { result: RestoreResult }) {
  const t = useText(data);
  const more = useText(imports);
  if (!result.ok) return <RestoreProblem failure={result} />;
  return (
    <Banner live>
      <p>
        {result.pack === null ? t.restoreDone(result.added, result.newIssues) : more.takenIn(result.added)}
      </p>
    </Banner>
  );
}
