import { useEffect, useState } from 'preact/hooks';
import type { IssueDetail } from '../../lib/app/log/issue-detail.ts';
import type { IssueId } from '../../lib/app/log/log-service.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import type { LogModel } from '../log/log-model.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { IssueView } from './IssueView.tsx';
import './issue.css';

type Props = Readonly<{ id: IssueId; model: LogModel; actions: Actions; onExport: (id: IssueId) => void }>;
type Loaded = Readonly<
  { kind: 'loading' | 'gone' } | { kind: 'failed'; code: string } | { kind: 'here'; detail: IssueDetail }
>;

/** The open issue, live: a change in another window shows here at once. */
export function IssuePane({ id, model, actions, onExport }: Props) {
  const t = useText(words);
  const c = useText(common);
  const { services } = useApp();
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  useEffect(
    () =>
      services.log.liveDetail(
        id,
        (detail) => setLoaded(detail === null ? { kind: 'gone' } : { kind: 'here', detail }),
        (code) => setLoaded({ kind: 'failed', code }),
      ),
    [id],
  );
  // The number of an issue that became part of another one leads to that one.
  const root = loaded.kind === 'here' ? loaded.detail.issue.id : id;
  useEffect(() => {
    if (root !== id) model.open(root, { replace: true });
  }, [root, id]);
  return (
    <article
      class="issue-pane"
      aria-busy={loaded.kind === 'loading'}
      aria-label={loaded.kind === 'here' ? loaded.detail.issue.key : t.loading}
    >
      {loaded.kind === 'here' && (
        <IssueView detail={loaded.detail} model={model} actions={actions} onExport={() => onExport(id)} />
      )}
      {loaded.kind === 'gone' && (
        <div class="log-empty">
          <p>{t.notFound.sentence}</p>
          <Button onClick={() => model.close()}>{t.notFound.action}</Button>
        </div>
      )}
      {loaded.kind === 'failed' && (
        <Banner tone="problem" live>
          {failureText(c, loaded.code)}
        </Banner>
      )}
    </article>
  );
}
