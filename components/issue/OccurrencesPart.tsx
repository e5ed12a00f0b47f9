import { useMemo, useState } from 'preact/hooks';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import type { CaptureId } from '../../lib/domain/ledger/primitives.ts';
import { again } from '../../lib/i18n/again/again.ts';
import { issue as issueWords } from '../../lib/i18n/issue/issue.ts';
import type { Actions } from '../log/use-actions.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { OccurrenceLine } from './OccurrenceLine.tsx';
import { occurrenceList } from './occurrence-list.ts';
import { WeekMap } from './WeekMap.tsx';
import './occurrences.css';

type Props = Readonly<{
  issue: Issue;
  /** The time whose page, evidence and environment are shown. */
  shown: CaptureId;
  onChoose: (captureId: CaptureId) => void;
  actions: Actions;
}>;

const FIRST = 10;
const STEP = 100;

/** Every time it happened: a choice of which one the rest of the page shows, and where in the week they fall. */
export function OccurrencesPart({ issue, shown, onChoose, actions }: Props) {
  const t = useText(again);
  const total = useText(issueWords).occurrences.many(issue.occurrences.length);
  const [length, setLength] = useState(FIRST);
  const items = useMemo(() => occurrenceList(issue), [issue]);
  const left = items.length - length;
  return (
    <section class="issue-part occurrences-part" aria-labelledby="issue-occurrences">
      <div class="occurrences-head">
        <h3 id="issue-occurrences">{t.heading}</h3>
        <span class="quiet small num">{total}</span>
      </div>
      <WeekMap occurrences={issue.occurrences} />
      <ol class="occurrences" role="radiogroup" aria-label={t.choose}>
        {items.slice(0, length).map((item) => (
          <OccurrenceLine
            key={item.occurrence.id}
            issue={issue}
            item={item}
            chosen={item.occurrence.body.captureId === shown}
            onChoose={() => onChoose(item.occurrence.body.captureId)}
            actions={actions}
          />
        ))}
      </ol>
      {left > 0 && (
        <Button size="s" onClick={() => setLength(length + STEP)}>
          {t.more(Math.min(STEP, left), left)}
        </Button>
      )}
    </section>
  );
}
