import { useId, useState } from 'preact/hooks';
import { directoryFile } from '../../lib/i18n/directory-file/directory-file.ts';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { FileDrop } from '../ui/FileDrop.tsx';
import { DirectoryDryRun } from './directory-file/DirectoryDryRun.tsx';
import { useDirectoryFile, type DirectoryFileState } from './directory-file/use-directory-file.ts';
import './setup.css';

/** The directory as one file: hand it to colleagues, or take one in after seeing what it would do. */
export function DirectoryFile() {
  const t = useText(directoryFile);
  const heading = useId();
  const work = useDirectoryFile();
  const { state } = work;
  const [withReporters, setWithReporters] = useState(false);
  return (
    <section class="setup-file" aria-labelledby={heading}>
      <h2 id={heading}>{t.heading}</h2>
      <p class="setup-sentence">{t.sentence}</p>
      <div class="setup-actions">
        <Button busy={work.busy} onClick={() => void work.make(withReporters)}>
          {t.make}
        </Button>
        <FileDrop
          choose={t.choose}
          hint={t.drop}
          accept=".json,application/json"
          onFile={(file) => void work.look(file)}
        />
      </div>
      <Checkbox
        label={t.withReporters}
        hint={t.withReportersHint}
        checked={withReporters}
        onChecked={setWithReporters}
      />
      {state.at === 'looked' && (
        <DirectoryDryRun
          key={state.plan.madeAt}
          plan={state.plan}
          fileName={state.file.name}
          busy={work.busy}
          onApply={(replace) => void work.apply(state.file, replace)}
          onLeave={work.leave}
        />
      )}
      <Outcome state={state} onUndo={(way) => void work.undo(way)} />
    </section>
  );
}

type Applied = Extract<DirectoryFileState, { at: 'applied' }>;

function Outcome({
  state,
  onUndo,
}: {
  state: DirectoryFileState;
  onUndo: (way: NonNullable<Applied['undo']>) => void;
}) {
  const t = useText(directoryFile);
  if (state.at === 'problem')
    return (
      <Banner tone="problem" live>
        {state.text}
      </Banner>
    );
  if (state.at === 'made') return <Banner live>{t.made(state.file.fileName, state.file.things)}</Banner>;
  if (state.at === 'undone') return <Banner live>{t.undone}</Banner>;
  if (state.at !== 'applied') return null;
  const { fresh, changed, undo } = state;
  return (
    <Banner live actions={undo && <Button onClick={() => onUndo(undo)}>{t.undo}</Button>}>
      {t.applied(fresh, changed)}
    </Banner>
  );
}
