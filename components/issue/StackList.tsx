import type { VisibleStack } from '../../lib/domain/evidence/page-evidence.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import { useText } from '../state/locale.tsx';

/** Where a program broke, as the page itself printed it. */
export function StackList({ stacks }: Readonly<{ stacks: readonly VisibleStack[] }>) {
  const t = useText(words).evidence;
  return (
    <>
      {stacks.map(({ message, frames }, index) => (
        <details key={index} class="issue-details">
          <summary>
            {t.stack}: <bdi>{visibleText(message)}</bdi>
          </summary>
          <ol class="stack-frames">
            {frames.map(({ at, file, line, column }, place) => (
              <li key={place}>
                <bdi class="address" dir="ltr">
                  {visibleText(
                    [at, [file, line, column].filter(isSaid).join(':')].filter(isSaid).join(' · '),
                  )}
                </bdi>
              </li>
            ))}
          </ol>
        </details>
      ))}
    </>
  );
}

const isSaid = (part: string | number | undefined): boolean => part !== undefined && part !== '';
