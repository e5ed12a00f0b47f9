import { becameOf, keptOf, promisesNow, type Kept } from '../../lib/domain/conversations/became-of.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { conversations } from '../../lib/i18n/conversations/conversations.ts';
import { meeting } from '../../lib/i18n/meeting/meeting.ts';
import { packs } from '../../lib/i18n/packs/packs.ts';
import { PACK_KINDS } from '../../lib/app/packs/pack-order.ts';
import { useDirectory } from '../accounts/use-directory.ts';
import { providersOf } from '../providers/of-provider.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { useNow } from '../state/use-now.ts';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Select } from '../ui/Field.tsx';
import { PageText } from '../ui/PageText.tsx';
import { ConversationTabs } from './ConversationTabs.tsx';
import { hashOfPlace } from './conversations-route.ts';
import { useConversations } from './use-conversations.ts';
import '../accounts/account.css';
import './conversations.css';

/** The conversations that were held, with what both sides kept of what was decided. */
export function HeldScreen({ provider }: Readonly<{ provider: string }>) {
  const t = useText(meeting).held;
  const c = useText(conversations);
  const kinds = useText(packs).kind;
  const words = useText(common);
  const format = useFormat();
  const now = useNow();
  const directory = useDirectory();
  const { log, failure } = useConversations();
  if (directory === null || (log === null && failure === null)) return null;
  const promises = promisesNow(log?.promises ?? [], now.toISOString());
  const name = (id: string): string => directory.providers.get(id)?.name ?? id;
  const held = (log?.conversations ?? []).filter((one) => provider === '' || one.providerId === provider);
  const kept = ({ kept: count, of }: Kept): string =>
    of === 0 ? t.notYet : t.keptOf(format.number(count), format.number(of));
  return (
    <div class="conv-page">
      <header class="conv-head">
        <div>
          <h1>{c.title}</h1>
          <p class="quiet">{t.lead}</p>
        </div>
      </header>
      <ConversationTabs view="held" provider={provider} />
      {failure !== null && (
        <Banner tone="problem" live>
          {failureText(words, failure)}
        </Banner>
      )}
      <div class="conv-filter">
        <Select
          label={t.provider}
          value={provider}
          options={[
            { value: '', label: t.all },
            ...providersOf(directory).map(({ id, name: of }) => ({ value: id, label: visibleText(of) })),
          ]}
          onValue={(value) => (location.hash = hashOfPlace({ at: 'held', provider: value }))}
        />
      </div>
      {held.length === 0 ? (
        <EmptyState title={provider === '' ? t.none : t.noneOf(visibleText(name(provider)))}>
          {t.noneSentence}
        </EmptyState>
      ) : (
        <div class="table-scroll" tabIndex={0} role="group" aria-label={t.caption}>
          <table class="plain-table conv-held">
            <caption class="hidden-text">{t.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.date}</th>
                {provider === '' && <th scope="col">{t.provider}</th>}
                <th scope="col">{t.kind}</th>
                <th scope="col">{t.decisions}</th>
                <th scope="col">{t.us}</th>
                <th scope="col">{t.them}</th>
              </tr>
            </thead>
            <tbody>
              {held.map((one) => {
                const states = becameOf(one, promises);
                const kind = PACK_KINDS.find((known) => known === one.kind);
                return (
                  <tr key={one.id}>
                    <th scope="row">
                      <a href={`#${hashOfPlace({ at: 'meeting', id: one.id })}`}>
                        {format.date(one.startedAt)}, {format.time(one.startedAt)}
                      </a>
                      {one.endedAt === null && <span class="quiet small"> {t.running}</span>}
                    </th>
                    {provider === '' && (
                      <td>
                        <PageText text={name(one.providerId)} />
                      </td>
                    )}
                    <td>{kind === undefined ? '–' : kinds[kind]}</td>
                    <td>{format.number(one.decisions.length)}</td>
                    <td>{kept(keptOf(states, 'us'))}</td>
                    <td>{kept(keptOf(states, 'provider'))}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
