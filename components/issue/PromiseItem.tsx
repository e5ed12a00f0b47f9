import type { IssuePromise } from '../../lib/domain/issue/promises-of.ts';
import { timeline, type TimelineWords } from '../../lib/i18n/timeline/timeline.ts';
import { BallGlyph } from '../accounts/BallGlyph.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { PageText } from '../ui/PageText.tsx';
import { Time } from '../ui/Time.tsx';
import type { PromiseStep } from './chronology.ts';

type Props = Readonly<{ promise: IssuePromise; did: PromiseStep; at: string; now: Date }>;

function stepWords(
  did: PromiseStep,
  owner: 'us' | 'provider',
  t: TimelineWords['line'],
  due: (at: string) => string,
) {
  switch (did.step) {
    case 'made':
      return t.promised[owner];
    case 'moved':
      return did.agreed ? t.promiseMoved(due(did.due)) : t.promiseMovedAlone(due(did.due));
    case 'kept':
      return t.promiseKept;
    case 'withdrawn':
      return did.agreed ? t.promiseWithdrawn : t.promiseMissed;
  }
}

/** A step of a promise in the chronology. */
export function PromiseItem({ promise, did, at, now }: Props) {
  const t = useText(timeline).line;
  const format = useFormat();
  const when = (instant: string): string => format.when(instant, now);
  const reason = did.step === 'moved' || did.step === 'withdrawn' ? did.reason : null;
  return (
    <li class="timeline-item">
      <BallGlyph turn={promise.owner} />
      <div class="timeline-text">
        <span class="timeline-what">{stepWords(did, promise.owner, t, when)}</span>
        <div class="timeline-said issue-prose">
          <PageText text={promise.deliverable} />
          {reason !== null && (
            <>
              {' – '}
              <PageText text={reason} />
            </>
          )}
        </div>
        <span class="timeline-meta quiet small">
          <Time at={at} />
          {did.step === 'made' && <span>{t.promiseDue(when(promise.dueOriginal))}</span>}
        </span>
      </div>
    </li>
  );
}
