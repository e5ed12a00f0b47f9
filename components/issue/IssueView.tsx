import { useEffect, useRef, useState } from 'preact/hooks';
import type { IssueDetail } from '../../lib/app/log/issue-detail.ts';
import { safeFileName } from '../../lib/domain/privacy/display.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import type { LogModel } from '../log/log-model.ts';
import type { Actions } from '../log/use-actions.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Field.tsx';
import { DescriptionEditor } from './DescriptionEditor.tsx';
import { EnvironmentPart } from './EnvironmentPart.tsx';
import { EvidencePart } from './EvidencePart.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { IssueHead } from './IssueHead.tsx';
import { LabelsEditor } from './LabelsEditor.tsx';
import { PagePart } from './PagePart.tsx';
import { PictureViewer } from './PictureViewer.tsx';
import { RatingEditor } from './RatingEditor.tsx';
import { ReportsPart } from './ReportsPart.tsx';
import { TitleEditor } from './TitleEditor.tsx';

type Props = Readonly<{ detail: IssueDetail; model: LogModel; actions: Actions; onExport: () => void }>;

/** Below this width the pane takes the list's place, so the focus has to come along. */
const ONE_COLUMN = '(max-width: 68.7rem)';

export function IssueView({ detail, model, actions, onExport }: Props) {
  const t = useText(words);
  const { issue } = detail;
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => {
    const typing = document.activeElement?.matches('textarea, input') ?? false;
    if (matchMedia(ONE_COLUMN).matches && !typing) heading.current?.focus();
  }, []);
  const at = Math.min(chosen ?? issue.occurrences.length - 1, issue.occurrences.length - 1);
  const occurrence = issue.occurrences[at];
  return (
    <>
      <IssueHead detail={detail} model={model} actions={actions} onExport={onExport} />
      <div class="issue-body">
        <TitleEditor issue={issue} actions={actions} headingRef={heading} />
        {issue.trashed && (
          <Banner
            tone="info"
            actions={<Button onClick={() => void actions.restore([issue.id])}>{t.actions.restore}</Button>}
          >
            {t.trashed}
          </Banner>
        )}
        <div class="issue-columns">
          <div class="issue-main">
            {occurrence !== undefined && <PagePart issue={issue} occurrence={occurrence} />}
            <DescriptionEditor issue={issue} actions={actions} />
            {issue.occurrences.length > 1 && <Occurrences detail={detail} at={at} onChoose={setChosen} />}
            {occurrence !== undefined && <Picture detail={detail} at={at} />}
            {occurrence !== undefined && (
              <EvidencePart issue={issue} occurrence={occurrence} actions={actions} />
            )}
          </div>
          <div class="issue-side">
            <RatingEditor issue={issue} actions={actions} />
            <ReportsPart issue={issue} actions={actions} />
            <LabelsEditor issue={issue} actions={actions} />
            {occurrence !== undefined && <EnvironmentPart occurrence={occurrence} />}
            <HistoryPart detail={detail} />
          </div>
        </div>
      </div>
    </>
  );
}

type OneOf = Readonly<{ detail: IssueDetail; at: number }>;

/** Which time it happened: picture, findings and environment below belong to it. */
function Occurrences({ detail, at, onChoose }: OneOf & Readonly<{ onChoose: (at: number) => void }>) {
  const t = useText(words);
  const format = useFormat();
  return (
    <Select
      label={t.occurrences.heading}
      value={String(at)}
      options={detail.issue.occurrences.map((one, index) => ({
        value: String(index),
        label: format.full(one.at, one.zone),
      }))}
      onValue={(value) => onChoose(Number(value))}
    />
  );
}

function Picture({ detail, at }: OneOf) {
  const t = useText(words).picture;
  const c = useText(common);
  const format = useFormat();
  const { issue } = detail;
  const occurrence = issue.occurrences[at];
  if (occurrence === undefined) return null;
  const { picture } = occurrence.body;
  return (
    <section class="issue-part" aria-labelledby="issue-picture">
      <h3 id="issue-picture">{t.heading}</h3>
      {picture.state === 'missing' ? (
        <p>{t.missing(c.reason[picture.reason])}</p>
      ) : (
        <PictureViewer
          key={picture.sha256}
          picture={picture}
          alt={t.alt(issue.key, format.full(occurrence.at, occurrence.zone))}
          fileName={safeFileName(
            `${issue.key}.${picture.mime === 'image/jpeg' ? 'jpg' : picture.mime.slice(6)}`,
          )}
        />
      )}
    </section>
  );
}
