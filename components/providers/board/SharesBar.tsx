import { visibleText } from '../../../lib/domain/privacy/display.ts';

type Part = Readonly<{ key: 'us' | 'provider' | 'nobody'; label: string; ms: number }>;

/** Narrower than this a name does not fit; the table has it all the same. */
const NAMED = 0.12;

/** One bar, split by who had the ball: colour, pattern and word. The table beside it says it in numbers. */
export function SharesBar({ parts }: { parts: readonly Part[] }) {
  const total = parts.reduce((sum, { ms }) => sum + ms, 0);
  if (total === 0) return null;
  return (
    <div class="board-bar" aria-hidden="true">
      {parts
        .filter(({ ms }) => ms > 0)
        .map(({ key, label, ms }) => (
          <div key={key} class={`board-share board-share-${key}`} style={{ flexGrow: ms / total }}>
            {ms / total >= NAMED && <span>{visibleText(label)}</span>}
          </div>
        ))}
    </div>
  );
}
