import type { ProviderBoard } from '../../../lib/app/accounts/account-service.ts';
import { MINUTE } from '../../../lib/domain/time/instant.ts';
import { board as words } from '../../../lib/i18n/board/board.ts';
import { useText } from '../../state/locale.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { useFigureWords } from './use-figure-words.ts';
import { SharesBar } from './SharesBar.tsx';

/** Who waited for whom: a sentence, a bar, and the same figures for both sides. */
export function BallPart({ board, name }: { board: ProviderBoard; name: string }) {
  const t = useText(words);
  const say = useFigureWords();
  const { board: scoreboard, promises, cards } = board;
  const { sides, totalMs, answers, disputedHoldMs, handOffs } = scoreboard;
  const time = (ms: number) => say.minutes(ms / MINUTE);
  const share = (ms: number) => say.percent(totalMs > 0 ? (ms / totalMs) * 100 : 0);
  const score = (value: number | null) =>
    value === null ? t.card.noScore : t.card.score(String(Math.round(value)));
  const rows: readonly (readonly [string, string, string])[] = [
    [t.ball.elapsed, time(sides.us.rawMs), time(sides.provider.rawMs)],
    [t.ball.working, time(sides.us.businessMs), time(sides.provider.businessMs)],
    [t.ball.answers, say.median(answers.us), say.median(answers.provider)],
    [t.ball.promises, say.rate(promises.us.kept), say.rate(promises.provider.kept)],
    [t.ball.score, score(cards.us.score), score(cards.provider.score)],
  ];
  return (
    <section class="board-part" aria-labelledby="board-ball">
      <h3 id="board-ball">{t.ball.heading}</h3>
      <p>
        <PageText
          text={t.ball.sentence(
            time(totalMs),
            time(sides.us.rawMs),
            share(sides.us.rawMs),
            time(sides.provider.rawMs),
            name,
            share(sides.provider.rawMs),
          )}
        />{' '}
        {sides.nobody.rawMs > 0 && t.ball.nobody(time(sides.nobody.rawMs))}{' '}
        {disputedHoldMs > 0 && t.ball.disputed(time(disputedHoldMs))}{' '}
        {handOffs > 0 && t.ball.handOffs(handOffs)}
      </p>
      <SharesBar
        parts={[
          { key: 'us', label: t.us, ms: sides.us.rawMs },
          { key: 'provider', label: name, ms: sides.provider.rawMs },
          { key: 'nobody', label: t.nobody, ms: sides.nobody.rawMs },
        ]}
      />
      <table class="prov-table board-sides">
        <caption class="hidden-text">{t.ball.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden-text">{t.ball.what}</span>
            </th>
            <th scope="col" class="board-us">
              {t.us}
            </th>
            <th scope="col" class="board-them">
              <PageText text={name} />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, us, them]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td class="num">{us}</td>
              <td class="num">{them}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
