import { useLayoutEffect } from 'preact/hooks';
import type { RecordedView } from '../../lib/app/client/protocol.ts';
import type { Suggestion } from '../../lib/domain/issue/suggestion.ts';
import { Button } from '../ui/Button.tsx';
import { PageText } from '../ui/PageText.tsx';
import type { PopupController } from './popup-controller.ts';
import { pickedRow } from './picked-row.ts';
import { useSpeech } from './words.ts';

type Row = Pick<Suggestion, 'issueId' | 'key' | 'title' | 'occurrences'> & Partial<Suggestion>;
type Props = Readonly<{
  view: RecordedView;
  same: readonly Suggestion[];
  controller: PopupController;
}>;

const HELD = /Mac/.test(navigator.platform) ? '⌥' : 'Alt+';

/** The likeliest earlier issues. One press makes this capture another occurrence; the same button takes that back. */
export function SameAsBefore({ view, same, controller }: Props) {
  const { t, day } = useSpeech();
  const { again, issueId, key } = view;
  const chosen = again ? { issueId, key, ...again } : null;
  const known = same.some((row) => row.issueId === chosen?.issueId);
  const rows: readonly Row[] = chosen && !known ? [chosen, ...same.slice(0, 2)] : same;

  const pick = (row: Row | undefined): void => {
    if (row) void controller.again(row.issueId === chosen?.issueId ? null : row.issueId);
  };
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const row = rows[pickedRow(event)];
      if (row) event.preventDefault();
      pick(row);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  if (rows.length === 0) return null;
  return (
    <section class="popup-found">
      <h2 class="popup-found-title">{t.same}</h2>
      <ol class="popup-same">
        {rows.map((row, at) => {
          const isChosen = row.issueId === chosen?.issueId;
          const times = isChosen ? chosen.occurrences : row.occurrences;
          const does = isChosen ? t.undo : t.again;
          return (
            <li class="popup-same-row" key={row.issueId}>
              <p>
                <b>{row.key}</b> <PageText text={row.title} />
              </p>
              <p class="quiet">
                {row.why && `${t.sameWhy[row.why]} · `}
                {`${times}×`}
                {row.lastAt && ` · ${day(row.lastAt)}`}
              </p>
              <Button
                size="s"
                aria-keyshortcuts={`Alt+${at + 1}`}
                // The second half of a double click must not take the first one back.
                onClick={(event) => event.detail < 2 && pick(row)}
              >
                {does} <kbd class="quiet">{`${HELD}${at + 1}`}</kbd>{' '}
                <span class="hidden-text">{row.key}</span>
              </Button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
