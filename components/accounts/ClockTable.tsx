import type { Account } from '../../lib/domain/accountability/account.ts';
import type { Clock } from '../../lib/domain/accountability/clock.ts';
import type { UpdateClock } from '../../lib/domain/accountability/update-clock.ts';
import { instantOf } from '../../lib/domain/time/instant.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import './account.css';

type Props = Readonly<{ account: Account; updateEveryMs: number | null; now: Date }>;

/** Every clock of the issue: what was agreed, what it took, when it is due, and what can be shown. */
export function ClockTable({ account, updateEveryMs, now }: Props) {
  const t = useText(accounts);
  const { response, update, restore, resolution } = account.clocks;
  const clocks = [
    ['response', response],
    ['restore', restore],
    ['resolution', resolution],
  ] as const;
  // A clock that nobody agreed on is told only where it measures something of its own.
  const shown = clocks.filter(
    ([name, clock]) => clock !== null && (name !== 'restore' || clock.targetMs !== null),
  );
  const { columns } = t.clocks;
  if (shown.length === 0) return null;
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label={t.clocks.heading}>
      <table class="plain-table clock-table">
        <caption class="hidden-text">{t.clocks.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.what}</th>
            <th scope="col" class="cell-number">
              {columns.agreed}
            </th>
            <th scope="col" class="cell-number">
              {columns.took}
            </th>
            <th scope="col">{columns.due}</th>
            <th scope="col">{columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(
            ([name, clock]) => clock !== null && <Row key={name} name={name} clock={clock} now={now} />,
          )}
          {update !== null && updateEveryMs !== null && (
            <UpdateRow update={update} everyMs={updateEveryMs} now={now} />
          )}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  name,
  clock,
  now,
}: Readonly<{ name: 'response' | 'restore' | 'resolution'; clock: Clock; now: Date }>) {
  const t = useText(accounts);
  const format = useFormat();
  const { elapsed, state, targetMs, dueAt, verdict } = clock;
  const time = format.worked(elapsed.ms);
  const took =
    state === 'running' ? t.clocks.running(time) : state === 'paused' ? t.clocks.paused(time) : time;
  const due =
    dueAt === null
      ? targetMs !== null && state === 'paused'
        ? t.clocks.dueWhilePaused
        : '–'
      : format.dayTime(instantOf(dueAt), now);
  return (
    <>
      <tr>
        <th scope="row">{t.clock[name]}</th>
        <td class="cell-number">{targetMs === null ? t.clocks.notAgreed : format.worked(targetMs)}</td>
        <td class="cell-number">{took}</td>
        <td class="num">{due}</td>
        <td>
          {verdict === null ? (
            <span class="quiet">{t.clocks.measured}</span>
          ) : (
            <VerdictMark verdict={verdict} />
          )}
          <Rest clock={clock} />
        </td>
      </tr>
      {verdict === 'unproven' && targetMs !== null && (
        <tr class="clock-why">
          <td colSpan={5}>
            {t.unproven(format.worked(elapsed.least), format.worked(elapsed.most), format.worked(targetMs))}
          </td>
        </tr>
      )}
    </>
  );
}

/** How much is left of it, or how far it is over. */
function Rest({ clock: { verdict, overMs, remainingMs } }: Readonly<{ clock: Clock }>) {
  const t = useText(accounts).clocks;
  const format = useFormat();
  if ((verdict === 'missed' || verdict === 'overdue') && overMs !== null && overMs > 0)
    return <span class="clock-rest small"> {t.over(format.worked(overMs))}</span>;
  if (verdict === 'open' && remainingMs !== null && remainingMs > 0)
    return <span class="clock-rest small quiet"> {t.left(format.worked(remainingMs))}</span>;
  return null;
}

function UpdateRow({ update, everyMs, now }: Readonly<{ update: UpdateClock; everyMs: number; now: Date }>) {
  const t = useText(accounts);
  const format = useFormat();
  const time = format.worked(update.elapsedMs);
  const verdict = update.overdue ? 'overdue' : update.running ? 'open' : update.late > 0 ? 'missed' : 'met';
  return (
    <tr>
      <th scope="row">{t.clock.update}</th>
      <td class="cell-number">{t.clocks.every(format.worked(everyMs))}</td>
      <td class="cell-number">{update.running ? t.clocks.running(time) : format.worked(update.longestMs)}</td>
      <td class="num">{update.dueAt === null ? '–' : format.dayTime(instantOf(update.dueAt), now)}</td>
      <td>
        <VerdictMark verdict={verdict} />
        {update.late > 0 && (
          <span class="clock-rest small"> {t.clocks.lateWords(update.late, update.waits)}</span>
        )}
      </td>
    </tr>
  );
}
