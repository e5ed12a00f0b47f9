import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chosen } from '../../lib/app/attachments/attachment-service.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import type { IssueFile, IssuePicture } from '../../lib/domain/issue/issue-evidence.ts';
import { safeFileName } from '../../lib/domain/privacy/display.ts';
import type { EntryOf } from '../../lib/domain/ledger/entry.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import { issue as issueWords } from '../../lib/i18n/issue/issue.ts';
import { MarkUp } from '../editor/MarkUp.tsx';
import { PictureViewer } from '../issue/PictureViewer.tsx';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { CaptionField } from './CaptionField.tsx';
import { EvidencePicker } from './EvidencePicker.tsx';
import { FileList } from './FileList.tsx';
import { ReplyDialog } from './ReplyDialog.tsx';
import { Thumbs } from './Thumbs.tsx';
import { useAdding } from './use-adding.ts';
import './evidence.css';

type Props = Readonly<{
  issue: Issue;
  /** The time it happened that is looked at: its picture comes first. */
  occurrence: EntryOf<'occurrence.captured'>;
  actions: Actions;
}>;

/** By what it is called: what it is, is looked at by the dialog. */
const isMail = ({ name = '', type }: Chosen): boolean => /\.eml$/iu.test(name) || type === 'message/rfc822';

/** Takes a picture or file off the issue; nothing is deleted, and `z` brings it back. */
export type TakeOff = (of: IssuePicture | IssueFile) => Promise<void>;

/** All pictures and files of an issue, and the ways to add more. */
export function GalleryPart({ issue, occurrence, actions }: Props) {
  const t = useText(evidence);
  const c = useText(common);
  const { services } = useApp();
  const missing = useText(issueWords).picture.missing;
  const [chosen, setChosen] = useState<string | null>(null);
  const adding = useAdding(issue.id, actions);
  const [mail, setMail] = useState<Chosen | null>(null);
  const { captureId, picture } = occurrence.body;
  useEffect(() => setChosen(null), [captureId]);
  useNewest(issue.pictures, setChosen);
  // The button that was pressed goes with what it took off; the keyboard goes on from the heading.
  const heading = useRef<HTMLHeadingElement>(null);
  const takeOff: TakeOff = async (of) => {
    const result = await actions.edited(services.attachments.remove(of), t.takenOff);
    if (result.ok) heading.current?.focus();
  };
  const wanted = chosen ?? captureId;
  const at = issue.pictures.findIndex(({ pictureId }) => pictureId === wanted);
  const index = at >= 0 ? at : picture.state === 'missing' && chosen === null ? 0 : issue.pictures.length - 1;
  const shown = issue.pictures[index];
  return (
    <section class="issue-part" aria-labelledby="issue-evidence-items">
      <h3 id="issue-evidence-items" class="evidence-heading" tabIndex={-1} ref={heading}>
        {t.heading}
      </h3>
      {picture.state === 'missing' && <p>{missing(c.reason[picture.reason])}</p>}
      {issue.pictures.length > 1 && <Thumbs pictures={issue.pictures} chosen={index} onChoose={setChosen} />}
      {shown !== undefined && (
        <OnePicture
          key={shown.pictureId}
          issue={issue}
          picture={shown}
          number={index + 1}
          actions={actions}
          onTakeOff={takeOff}
        />
      )}
      {issue.files.length > 0 && <FileList issue={issue} actions={actions} onTakeOff={takeOff} />}
      <EvidencePicker
        dropText={t.add.drop(issue.key)}
        progress={adding.progress}
        refused={adding.refused}
        onPick={(files, via) => {
          const [only] = files;
          if (only !== undefined && files.length === 1 && isMail(only)) setMail(only);
          else adding.add(files, via);
        }}
        onCancel={adding.cancel}
      />
      {mail !== null && (
        <ReplyDialog
          issue={issue}
          file={mail}
          actions={actions}
          onFileOnly={() => adding.add([mail], 'file')}
          onClose={() => setMail(null)}
        />
      )}
    </section>
  );
}

/** A picture that was just added is looked at. */
function useNewest(pictures: readonly IssuePicture[], onAdded: (pictureId: string) => void): void {
  const known = useRef<ReadonlySet<string>>(new Set(pictures.map(({ pictureId }) => pictureId)));
  useEffect(() => {
    const added = pictures.findLast(({ pictureId }) => !known.current.has(pictureId));
    known.current = new Set(pictures.map(({ pictureId }) => pictureId));
    if (added !== undefined && added.evidenceId !== null) onAdded(added.pictureId);
  }, [pictures]);
}

type OneProps = Readonly<{
  issue: Issue;
  picture: IssuePicture;
  number: number;
  actions: Actions;
  onTakeOff: TakeOff;
}>;

function OnePicture({ issue, picture, number, actions, onTakeOff }: OneProps) {
  const t = useText(evidence);
  const format = useFormat();
  const alt = useText(issueWords).picture.alt(issue.key, format.full(picture.at, picture.zone));
  const { wholePage, evidenceId, removedOriginal } = picture;
  const name = issue.pictures.length > 1 ? `${issue.key}-${number}` : issue.key;
  return (
    <div class="evidence-picture">
      <PictureViewer
        shown={picture}
        alt={picture.caption === '' ? alt : `${picture.caption}. ${alt}`}
        fileName={`${safeFileName(name)}.${picture.picture.mime === 'image/jpeg' ? 'jpg' : picture.picture.mime.slice(6)}`}
        tools={
          <>
            <MarkUp issue={issue} picture={picture} actions={actions} />
            {evidenceId !== null && (
              <Button
                size="s"
                variant="quiet"
                aria-label={t.takeOffPicture(number)}
                onClick={() => void onTakeOff(picture)}
              >
                {t.takeOff}
              </Button>
            )}
          </>
        }
      />
      <p class="quiet small">
        {t.taken(t.via[picture.via], format.full(picture.at, picture.zone))}
        {wholePage !== null &&
          `. ${t.wholePage(format.number(wholePage.width), format.number(wholePage.height))}`}
      </p>
      {removedOriginal !== null && <p class="quiet small">{t.originalRemoved}</p>}
      <CaptionField
        issueId={picture.issueId}
        pictureId={picture.pictureId}
        caption={picture.caption}
        actions={actions}
      />
    </div>
  );
}
