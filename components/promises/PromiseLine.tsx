import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { BallGlyph } from '../accounts/BallGlyph.tsx';
import type { Actions } from '../log/use-actions.ts';
import { useText } from '../state/locale.tsx';
import { PageText } from '../ui/PageText.tsx';
import { PromiseMenu } from './PromiseMenu.tsx';
import { PromiseState } from './PromiseState.tsx';

type Props = Readonly<{ promise: PromiseRow; provider: string | null; actions: PromiseActions }>;
/** What a promise needs of the screen it stands on. */
export type PromiseActions = Pick<Actions, 'edited'>;

/** One promise at its issue. */
export function PromiseLine({ promise, provider, actions }: Props) {
  const t = useText(words);
  const who =
    promise.owner === 'us' ? t.owner.us : provider === null ? t.owner.provider : visibleText(provider);
  return (
    <div class="promise-line">
      <BallGlyph turn={promise.owner} />
      <div class="promise-text">
        <span>
          <span class="promise-who">{who}:</span> <PageText text={promise.deliverable} />
        </span>
        {promise.acceptance !== null && (
          <span class="quiet small">
            <PageText text={t.accepted(promise.acceptance)} />
          </span>
        )}
        <PromiseState promise={promise} />
      </div>
      <PromiseMenu promise={promise} actions={actions} />
    </div>
  );
}
