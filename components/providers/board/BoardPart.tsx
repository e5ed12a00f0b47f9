import { useState } from 'preact/hooks';
import type { ProviderBoard } from '../../../lib/app/accounts/account-service.ts';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { availabilityOver } from '../../../lib/domain/accountability/availability-windows.ts';
import { providerCard } from '../../../lib/domain/accountability/scorecards.ts';
import { instantOf } from '../../../lib/domain/time/instant.ts';
import { board as words } from '../../../lib/i18n/board/board.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { Select } from '../../ui/Field.tsx';
import { AvailabilityPart } from './AvailabilityPart.tsx';
import { BallPart } from './BallPart.tsx';
import { CardsPart } from './CardsPart.tsx';
import { Following, useFollowing } from './Following.tsx';
import { MorePart } from './MorePart.tsx';
import { PERIODS } from './period.ts';
import type { PeriodKey } from './period.ts';
import { TargetsPart } from './TargetsPart.tsx';
import { TeamsPart } from './TeamsPart.tsx';
import { availabilityIn, useAvailabilityAgreements } from './use-availability.ts';
import { useBoard } from './use-board.ts';
import './board.css';

/** How both sides keep what was agreed: the same figures for us and for them, ours first. */
export function BoardPart({ provider }: { provider: Provider }) {
  const t = useText(words);
  const [period, setPeriod] = useState<PeriodKey>('m12');
  const board = useBoard(provider.id, period);
  const following = useFollowing();
  // While accounts are being worked out, none may only mean not yet.
  const isEmpty = board?.board.issues === 0;
  return (
    <section class="board" aria-labelledby="board-heading">
      <header class="prov-head">
        <div>
          <h2 id="board-heading">{t.heading}</h2>
          <Following following={following} />
        </div>
        <Select
          label={t.period}
          hint={t.periodHint}
          value={period}
          options={PERIODS.map((key) => ({ value: key, label: t.periods[key] }))}
          onValue={setPeriod}
        />
      </header>
      {isEmpty && following === null && <p class="quiet board-empty">{t.empty}</p>}
      {board !== null && <Filled board={board} provider={provider} />}
    </section>
  );
}

function Filled({ board, provider: { id, name } }: { board: ProviderBoard; provider: Provider }) {
  const t = useText(words);
  const format = useFormat();
  const { board: scoreboard, promises, cards } = board;
  const kept = availabilityIn(useAvailabilityAgreements(id), board);
  const availability = availabilityOver(kept.flatMap(({ windows }) => windows));
  // The card knows the availability only where the agreements are.
  const measured: ProviderBoard =
    availability.percent === null
      ? board
      : {
          ...board,
          cards: { ...cards, provider: providerCard(scoreboard, promises.provider, availability) },
        };
  const empty = scoreboard.issues === 0;
  return (
    <>
      {!empty && <BallPart board={measured} name={name} />}
      {!empty && <TargetsPart scoreboard={scoreboard} providerId={id} />}
      {kept.map((one) => (
        <AvailabilityPart key={one.agreement.id} of={one} named={kept.length > 1} asOf={board.asOf} />
      ))}
      {!empty && (
        <>
          <CardsPart board={measured} name={name} />
          <MorePart scoreboard={scoreboard} />
          <TeamsPart board={board} />
          <p class="quiet small">
            {t.issues(scoreboard.issues)}. {t.rate.hint} {t.asOf(format.weekdayTime(instantOf(board.asOf)))}
          </p>
        </>
      )}
    </>
  );
}
