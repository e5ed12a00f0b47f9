import { bodyOf, type TimelineLine } from '../../lib/domain/issue/timeline-of.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { PageText } from '../ui/PageText.tsx';
import { eventWords } from './event-words.ts';

/** What stood in this place before: nothing that was corrected is gone. */
export function EarlierLines({ line: { history, said } }: Readonly<{ line: TimelineLine }>) {
  const t = useText(timeline);
  const c = useText(common);
  const format = useFormat();
  const earlier = history.filter((entry) => entry !== said).toReversed();
  return (
    <details class="issue-details timeline-earlier">
      <summary class="small">{t.line.corrected(earlier.length)}</summary>
      <ul class="timeline-before">
        {earlier.map((entry) => {
          const body = bodyOf(entry);
          return (
            <li key={entry.id} class="small">
              {body === null ? (
                t.line.struck
              ) : (
                <del>
                  {eventWords(body, t)} · {format.weekdayTime(entry.at, entry.zone)}
                  {entry.plusMinusMin !== undefined && ` ± ${entry.plusMinusMin} min`}
                  {body.channel !== undefined && ` · ${c.channel[body.channel]}`}
                  {body.ticket !== undefined && (
                    <>
                      {' · '}
                      <PageText text={t.line.ticket(body.ticket)} />
                    </>
                  )}
                  {body.visibility === 'internal' && ` · ${t.line.internal}`}
                  {body.text !== undefined && (
                    <>
                      {' · '}
                      <PageText text={body.text} />
                    </>
                  )}
                </del>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
