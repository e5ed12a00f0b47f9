import type { ProviderBoard } from '../../../lib/app/accounts/account-service.ts';
import type { CardPart, Scorecard } from '../../../lib/domain/accountability/scorecards.ts';
import { board as words } from '../../../lib/i18n/board/board.ts';
import type { BoardWords } from '../../../lib/i18n/board/board.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { useFigureWords } from './use-figure-words.ts';

/** Parts measured in minutes; the others are percentages. */
const IN_MINUTES: ReadonlySet<string> = new Set(['answers', 'reporting']);

/** Both scorecards with their parts, ours first, same size: never one number without what it is made of. */
export function CardsPart({ board: { cards }, name }: { board: ProviderBoard; name: string }) {
  const t = useText(words).card;
  const { us } = useText(words);
  return (
    <section class="board-part" aria-labelledby="board-cards">
      <h3 id="board-cards">{t.heading}</h3>
      <p class="quiet small">{t.hint}</p>
      <div class="board-cards">
        <Card card={cards.us} side={us} tone="us" />
        <Card card={cards.provider} side={name} tone="them" />
      </div>
    </section>
  );
}

function nameOfPart(key: string, parts: BoardWords['card']['parts']): string {
  return Object.entries(parts).find(([one]) => one === key)?.[1] ?? key;
}

function Card({ card, side, tone }: { card: Scorecard; side: string; tone: 'us' | 'them' }) {
  const t = useText(words);
  const say = useFigureWords();
  const format = useFormat();
  const valueOf = (key: string, value: number): string => {
    if (IN_MINUTES.has(key)) return say.minutes(value);
    // 99.9 % is another thing than 100 %.
    return key === 'availability'
      ? (value / 100).toLocaleString(format.tag, { style: 'percent', maximumFractionDigits: 2 })
      : say.percent(value);
  };
  return (
    <section class={`board-card board-card-${tone}`} aria-label={t.card.of(side)}>
      <h4>
        <PageText text={side} />
      </h4>
      <p class="board-score">
        {card.score === null ? (
          <span class="quiet">{t.card.noScore}</span>
        ) : (
          <>
            <strong class="num">{t.card.score(format.number(Math.round(card.score)))}</strong>{' '}
            <span class="quiet small">{t.card.coverage(say.percent(card.coveragePercent))}</span>
          </>
        )}
      </p>
      <table class="prov-table board-parts">
        <thead>
          <tr>
            <th scope="col">{t.card.part}</th>
            <th scope="col">{t.card.measured}</th>
            <th scope="col">{t.card.points}</th>
          </tr>
        </thead>
        <tbody>
          {card.parts.map((part: CardPart) => (
            <tr key={part.key}>
              <th scope="row">
                {nameOfPart(part.key, t.card.parts)}
                <span class="prov-under">
                  {t.card.fromTo(valueOf(part.key, part.floor), valueOf(part.key, part.target))} ·{' '}
                  {t.card.weight} {format.number(part.weight)}
                </span>
              </th>
              <td class="num">
                {part.value === null ? (
                  <span class="quiet">{t.card.notMeasured}</span>
                ) : (
                  valueOf(part.key, part.value)
                )}
                <span class="prov-under">{t.number(format.number(part.n))}</span>
              </td>
              <td class="num board-points">
                {part.score === null ? (
                  <span class="quiet">–</span>
                ) : (
                  <>
                    {format.number(Math.round(part.score))}
                    <span class="board-point-bar" aria-hidden="true">
                      <span style={{ inlineSize: `${part.score}%` }} />
                    </span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
