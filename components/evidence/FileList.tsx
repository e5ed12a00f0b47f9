import { useState } from 'preact/hooks';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import type { IssueFile } from '../../lib/domain/issue/issue-evidence.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { CaptionField } from './CaptionField.tsx';
import { FilePreviewView } from './FilePreviewView.tsx';
import type { TakeOff } from './GalleryPart.tsx';

type Props = Readonly<{ issue: Issue; actions: Actions; onTakeOff: TakeOff }>;

export function FileList({ issue, actions, onTakeOff }: Props) {
  const t = useText(evidence);
  return (
    <ul class="files" aria-label={t.files}>
      {issue.files.map((file) => (
        <FileRow key={file.evidenceId} file={file} issue={issue} actions={actions} onTakeOff={onTakeOff} />
      ))}
    </ul>
  );
}

/** Texts are looked through for secrets when they are added; what was found is counted in their entry. */
function maskedIn(issue: Issue, { evidenceId }: IssueFile): number {
  const added = issue.entries.find(
    (entry) => entry.kind === 'evidence.added' && entry.body.evidenceId === evidenceId,
  );
  return added?.kind === 'evidence.added' ? (added.body.masked ?? 0) : 0;
}

function FileRow({ file: of, issue, actions, onTakeOff }: Props & Readonly<{ file: IssueFile }>) {
  const t = useText(evidence);
  const format = useFormat();
  const { services } = useApp();
  const [open, setOpen] = useState(false);
  const [lost, setLost] = useState(false);
  const { file, evidenceId } = of;
  const name = file.name === '' ? t.file.nameless : visibleText(file.name);
  const readable = file.kind === 'text' || file.kind === 'mail' || file.kind === 'har';
  const masked = maskedIn(issue, of);
  return (
    <li class="file">
      <div class="file-head">
        <bdi class="file-name">{name}</bdi>
        <span class="quiet small num">
          {t.file.facts(t.kind[file.kind], format.bytes(file.bytes))}
          {masked > 0 && `, ${t.file.masked(masked)}`}
        </span>
        <span class="file-actions">
          {readable && (
            <Button
              size="s"
              variant="quiet"
              aria-expanded={open}
              aria-label={t.file.previewOf(name)}
              onClick={() => setOpen(!open)}
            >
              {t.file.preview}
            </Button>
          )}
          <Button
            size="s"
            variant="quiet"
            aria-label={t.file.saveOf(name)}
            onClick={() => void services.attachments.save(of, issue.key).then((saved) => setLost(!saved))}
          >
            {t.file.save}
          </Button>
          <Button
            size="s"
            variant="quiet"
            aria-label={t.takeOffFile(name)}
            onClick={() => void onTakeOff(of)}
          >
            {t.takeOff}
          </Button>
        </span>
      </div>
      {!readable && <p class="quiet small">{t.file.asItCame}</p>}
      {lost && (
        <p class="field-error" role="alert">
          {t.file.lost}
        </p>
      )}
      <CaptionField issueId={of.issueId} pictureId={evidenceId} caption={of.caption} actions={actions} />
      {open && <FilePreviewView file={of} name={name} />}
    </li>
  );
}
