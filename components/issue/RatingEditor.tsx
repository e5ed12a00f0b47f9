import type { Issue } from '../../lib/domain/issue/issue.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { PriorityMark } from '../log/PriorityMark.tsx';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Segmented } from '../ui/Segmented.tsx';

const LEVELS = [1, 2, 3] as const;

/** Impact and urgency; the priority follows from both. Clicking the chosen one takes it back. */
export function RatingEditor({ issue, actions }: Readonly<{ issue: Issue; actions: Actions }>) {
  const c = useText(common);
  const { edit } = useApp().services.log;
  return (
    <section class="issue-part" aria-labelledby="issue-rating">
      <h3 id="issue-rating">{c.priority}</h3>
      <p>
        <PriorityMark priority={issue.priority} quiet={false} />
      </p>
      <Segmented
        legend={c.impact}
        clearable
        value={issue.impact}
        options={LEVELS.map((value) => ({ value, label: c.impactLevel[value] }))}
        onValue={(impact) => void actions.edited(edit.rate(issue.id, { impact }, { impact: issue.impact }))}
      />
      <Segmented
        legend={c.urgency}
        clearable
        value={issue.urgency}
        options={LEVELS.map((value) => ({ value, label: c.urgencyLevel[value] }))}
        onValue={(urgency) =>
          void actions.edited(edit.rate(issue.id, { urgency }, { urgency: issue.urgency }))
        }
      />
    </section>
  );
}
