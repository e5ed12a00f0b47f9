import { useRef, useState } from 'preact/hooks';
import { ATTACHMENT_LIMITS } from '../../lib/domain/evidence/attachment-limits.ts';
import type { Chosen, Refused } from '../../lib/app/attachments/attachment-service.ts';
import type { EvidenceVia } from '../../lib/domain/issue/evidence-bodies.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import { clipboardFiles } from '../else/clipboard-files.ts';
import { usePaste } from '../else/use-paste.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useDrop } from '../ui/use-drop.ts';
import { useRefusal } from './use-refusal.ts';
import './evidence.css';

type Props = Readonly<{
  /** What is said while files are held over the page. */
  dropText: string;
  progress: Readonly<{ done: number; total: number }> | null;
  refused: readonly Refused[];
  onPick: (chosen: readonly Chosen[], via: EvidenceVia) => void;
  onCancel: () => void;
}>;

/** Ways to give pictures and files: chosen, pasted with a button or the keyboard, dropped anywhere on the page. */
export function EvidencePicker({ dropText, progress, refused, onPick, onCancel }: Props) {
  const t = useText(evidence).add;
  const format = useFormat();
  const refusal = useRefusal();
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  function give(chosen: readonly Chosen[], via: EvidenceVia): void {
    setSaid('');
    onPick(chosen, via);
  }
  usePaste((files) => {
    if (document.querySelector('dialog[open]') === null) give(files, 'paste');
  });
  const over = useDrop((files) => give(files, 'drop'));

  async function paste(): Promise<void> {
    const found = await clipboardFiles();
    if (found === null) setSaid(t.pasteRefused);
    else if (found.length === 0) setSaid(t.pasteEmpty);
    else give(found, 'paste');
  }
  const hint = 'evidence-add-hint';
  return (
    <div class="evidence-add">
      <input
        ref={input}
        class="hidden-text"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t.choose}
        onChange={(event) => {
          give([...(event.currentTarget.files ?? [])], 'file');
          event.currentTarget.value = ''; // so that the same file can be chosen again
        }}
      />
      <div class="evidence-buttons">
        <Button
          size="s"
          busy={progress !== null}
          aria-describedby={hint}
          onClick={() => input.current?.click()}
        >
          {t.choose}
        </Button>
        <Button size="s" busy={progress !== null} onClick={() => void paste()}>
          {t.paste}
        </Button>
      </div>
      <p class="field-hint" id={hint}>
        {t.hint(format.bytes(ATTACHMENT_LIMITS.fileBytes))}
      </p>
      <div role="status">
        {said !== '' && <p class="small">{said}</p>}
        {refused.map((one, index) => (
          <p class="field-error" key={index}>
            {refusal(one)}
          </p>
        ))}
      </div>
      {progress !== null && (
        <ProgressBar label={t.working} done={progress.done} total={progress.total} onCancel={onCancel} />
      )}
      {over && <div class="evidence-drop">{dropText}</div>}
    </div>
  );
}
