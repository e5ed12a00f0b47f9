import { useEffect, useRef, useState } from 'preact/hooks';
import type { IssueDetail } from '../../lib/app/log/issue-detail.ts';
import type { CaptureId } from '../../lib/domain/ledger/primitives.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import { AccountPart } from '../accounts/AccountPart.tsx';
import { useAccount } from '../accounts/use-account.ts';
import { useDirectory } from '../accounts/use-directory.ts';
import { GalleryPart } from '../evidence/GalleryPart.tsx';
import type { LogModel } from '../log/log-model.ts';
import type { Actions } from '../log/use-actions.ts';
import { PromisesPart } from '../promises/PromisesPart.tsx';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DescriptionEditor } from './DescriptionEditor.tsx';
import { EnvironmentPart } from './EnvironmentPart.tsx';
import { EvidencePart } from './EvidencePart.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { IssueHead } from './IssueHead.tsx';
import { LabelsEditor } from './LabelsEditor.tsx';
import { OccurrencesPart } from './OccurrencesPart.tsx';
import { PagePart } from './PagePart.tsx';
import { RatingEditor } from './RatingEditor.tsx';
import { SeenByPart } from './SeenByPart.tsx';
import { SimilarPart } from './SimilarPart.tsx';
import { SystemLine } from './SystemLine.tsx';
import { TicketsPart } from './TicketsPart.tsx';
import { TimelinePart } from './TimelinePart.tsx';
import { TitleEditor } from './TitleEditor.tsx';

type Props = Readonly<{ detail: IssueDetail; model: LogModel; actions: Actions; onExport: () => void }>;

/** Below this width the pane takes the list's place, so the focus has to come along. */
const ONE_COLUMN = '(max-width: 68.7rem)';

export function IssueView({ detail, model, actions, onExport }: Props) {
  const t = useText(words);
  const { issue } = detail;
  const account = useAccount(issue.id);
  const directory = useDirectory();
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<CaptureId | null>(null);
  useEffect(() => {
    const typing = document.activeElement?.matches('textarea, input') ?? false;
    if (matchMedia(ONE_COLUMN).matches && !typing) heading.current?.focus();
  }, []);
  const occurrence =
    issue.occurrences.find(({ body }) => body.captureId === chosen) ?? issue.occurrences.at(-1);
  return (
    <>
      <IssueHead detail={detail} model={model} actions={actions} onExport={onExport} />
      <div class="issue-body">
        <div class="issue-top">
          <TitleEditor issue={issue} actions={actions} headingRef={heading} />
          <SystemLine issue={issue} account={account} directory={directory} model={model} actions={actions} />
        </div>
        {issue.trashed && (
          <Banner
            tone="info"
            actions={<Button onClick={() => void actions.restore([issue.id])}>{t.actions.restore}</Button>}
          >
            {t.trashed}
          </Banner>
        )}
        <AccountPart of={account} />
        <div class="issue-columns">
          <div class="issue-main">
            {occurrence !== undefined && <PagePart issue={issue} occurrence={occurrence} />}
            <DescriptionEditor issue={issue} actions={actions} />
            <TimelinePart
              detail={detail}
              account={account}
              directory={directory}
              model={model}
              actions={actions}
            />
            {issue.occurrences.length > 1 && occurrence !== undefined && (
              <OccurrencesPart
                issue={issue}
                shown={occurrence.body.captureId}
                onChoose={setChosen}
                actions={actions}
              />
            )}
            {occurrence !== undefined && (
              <GalleryPart issue={issue} occurrence={occurrence} actions={actions} />
            )}
            {occurrence !== undefined && (
              <EvidencePart issue={issue} occurrence={occurrence} actions={actions} />
            )}
          </div>
          <div class="issue-side">
            <RatingEditor issue={issue} actions={actions} />
            <TicketsPart issue={issue} model={model} />
            <PromisesPart
              issue={issue}
              account={account}
              directory={directory}
              model={model}
              actions={actions}
            />
            <LabelsEditor issue={issue} actions={actions} />
            <SeenByPart detail={detail} directory={directory} />
            <SimilarPart detail={detail} model={model} actions={actions} />
            {occurrence !== undefined && <EnvironmentPart occurrence={occurrence} />}
            <HistoryPart detail={detail} />
          </div>
        </div>
      </div>
    </>
  );
}
