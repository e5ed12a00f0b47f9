import type { PackFacts } from '../../lib/app/packs/pack-facts.ts';
import { PACK_KINDS, type PackOrder } from '../../lib/app/packs/pack-order.ts';
import type { Directory } from '../../lib/domain/directory/directory.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { board } from '../../lib/i18n/board/board.ts';
import { conversations } from '../../lib/i18n/conversations/conversations.ts';
import { packs } from '../../lib/i18n/packs/packs.ts';
import { PERIODS } from '../providers/board/period.ts';
import { byNameOf, providersOf, systemsOf } from '../providers/of-provider.ts';
import { useText } from '../state/locale.tsx';
import { Select, TextArea } from '../ui/Field.tsx';
import type { ConversationsRoute } from './conversations-route.ts';
import { PackIssues } from './PackIssues.tsx';
import { MailTo } from './MailTo.tsx';
import { PackPromises } from './PackPromises.tsx';

type Props = Readonly<{
  directory: Directory;
  route: ConversationsRoute;
  facts: PackFacts | null;
  order: PackOrder;
  onRoute: (change: Partial<ConversationsRoute>) => void;
  onOrder: (change: Partial<PackOrder>) => void;
}>;

const LANGUAGES = ['en', 'de'] as const;
const choicesOf = (things: readonly Readonly<{ id: string; name: string }>[], none: string) => [
  { value: '', label: none },
  ...things.map(({ id, name }) => ({ value: id, label: visibleText(name) })),
];

/** Scope first, then what we say ourselves. */
export function PackForm({ directory, route, facts, order, onRoute, onOrder }: Props) {
  const t = useText(conversations);
  const b = useText(board);
  const kinds = useText(packs).kind;
  const systems = systemsOf(directory, route.provider);
  const described = (facts?.issues ?? []).flatMap(({ row, shared }) =>
    shared === null || order.leftOut.has(row.id) ? [] : [shared],
  );
  const [first] = described;
  const teams = byNameOf(directory.teams.values());
  return (
    <form class="conv-form" aria-label={t.form} onSubmit={(event) => event.preventDefault()}>
      <Select
        label={t.provider}
        value={route.provider}
        options={choicesOf(providersOf(directory), t.choose)}
        onValue={(provider) => onRoute({ provider, system: '' })}
      />
      {route.provider !== '' && (
        <a class="small" href={`#/providers/${route.provider}/tickets`}>
          {t.tickets}
        </a>
      )}
      <Select
        label={t.kind}
        hint={t.kindHint[route.kind]}
        value={route.kind}
        options={PACK_KINDS.map((value) => ({ value, label: kinds[value] }))}
        onValue={(kind) => onRoute({ kind })}
      />
      {route.kind === 'issue' && first !== undefined && (
        <Select
          label={t.issue}
          value={order.issueId ?? first.id}
          options={described.map(({ id, key, title }) => ({
            value: id,
            label: `${key} ${visibleText(title)}`,
          }))}
          onValue={(issueId) => onOrder({ issueId })}
        />
      )}
      <Select
        label={t.period}
        hint={b.periodHint}
        value={route.period}
        options={PERIODS.map((value) => ({ value, label: b.periods[value] }))}
        onValue={(period) => onRoute({ period })}
      />
      {systems.length > 1 && (
        <Select
          label={t.system}
          value={route.system}
          options={choicesOf(systems, t.allSystems)}
          onValue={(system) => onRoute({ system })}
        />
      )}
      {teams.length > 1 && (
        <Select
          label={t.team}
          value={route.team}
          options={choicesOf(teams, t.allTeams)}
          onValue={(team) => onRoute({ team })}
        />
      )}
      <Select
        label={t.language}
        value={order.language}
        options={LANGUAGES.map((value) => ({ value, label: t.languages[value] }))}
        onValue={(language) => onOrder({ language })}
      />
      <TextArea
        label={t.note}
        hint={t.noteHint}
        value={order.note}
        maxLength={4000}
        onText={(note) => onOrder({ note })}
      />
      <TextArea
        label={t.questions}
        hint={t.questionsHint}
        value={order.questions}
        maxLength={4000}
        onText={(questions) => onOrder({ questions })}
      />
      <TextArea
        label={t.ours}
        hint={t.oursHint}
        rows={2}
        value={order.ours}
        maxLength={4000}
        onText={(ours) => onOrder({ ours })}
      />
      {facts !== null && (
        <>
          <MailTo facts={facts} order={order} onTo={(to) => onOrder({ to })} />
          <PackPromises facts={facts} order={order} onUntold={(untold) => onOrder({ untold })} />
          <PackIssues facts={facts} order={order} onOrder={onOrder} />
        </>
      )}
    </form>
  );
}
