import type { AccountRow } from '../../lib/app/accounts/account-service.ts';
import type { Directory } from '../../lib/domain/directory/directory.ts';
import { thingOf } from '../../lib/domain/directory/directory.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { instantOf } from '../../lib/domain/time/instant.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import type { AccountWords } from '../../lib/i18n/accounts/accounts.ts';
import { BallGlyph } from '../accounts/BallGlyph.tsx';
import { DueMark } from '../accounts/DueMark.tsx';
import { ThinBar } from '../accounts/ThinBar.tsx';
import { useFormat, useText } from '../state/locale.tsx';

type Props = Readonly<{ account: AccountRow | null; directory: Directory | null; now: Date }>;

function words({ turn, duty }: AccountRow, p: string, known: boolean, t: AccountWords): string {
  if (!known && turn !== 'closed' && duty === null) return t.turnShort.unknown;
  if (turn === 'us') return duty === null ? t.turnShort.us : t.turnShort[duty];
  if (turn === 'provider') return p;
  if (turn === 'third') return t.turnShort.third(p);
  return turn === 'closed' ? t.turnShort.closed : known ? t.turnShort.nobody : t.turnShort.unknown;
}

/** Whose turn it is and what is due, in words; how it went, as a thin bar. */
export function TurnCell({ account, directory, now }: Props) {
  const t = useText(accounts);
  const format = useFormat();
  if (account === null) return null;
  const { bar, due, providerId } = account;
  const provider = directory === null ? null : thingOf(directory, 'provider', providerId);
  const p = provider === null ? t.Provider : visibleText(provider.name);
  const last = bar.stretches.length - 1;
  const held = bar.stretches.map(([owner, from, to], i) => ({
    owner,
    from,
    to: bar.open && i === last ? Math.max(to, now.getTime()) : to,
  }));
  const mark =
    bar.dueAt === null
      ? null
      : {
          clock: due?.clock ?? 'resolution',
          at: bar.dueAt,
          lateUntil: bar.late ? (held.at(-1)?.to ?? null) : null,
        };
  const tone = due === null ? null : due.overdue ? 'late' : due.atRisk ? 'risk' : 'ahead';
  const when = due === null ? '' : format.when(instantOf(due.at), now);
  return (
    <>
      <span class="turn-words">
        <BallGlyph turn={account.turn} />
        <span class="turn-who">{words(account, p, providerId !== null, t)}</span>
        {tone !== null && due !== null && (
          <DueMark tone={tone} title={`${t.clock[due.clock]}: ${format.full(instantOf(due.at))}`}>
            {tone === 'late'
              ? t.due.lateShort(when)
              : tone === 'risk'
                ? t.due.riskShort(when)
                : t.due.short(when)}
          </DueMark>
        )}
      </span>
      <ThinBar held={held} due={mark} />
    </>
  );
}
