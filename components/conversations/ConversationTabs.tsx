import { conversations } from '../../lib/i18n/conversations/conversations.ts';
import { useText } from '../state/locale.tsx';
import { hashOfPlace } from './conversations-route.ts';

type Props = Readonly<{ view: 'prepare' | 'held'; provider: string }>;

/** Preparing the next one, and those that were held, of the same provider. */
export function ConversationTabs({ view, provider }: Props) {
  const { views } = useText(conversations);
  const prepare = `/conversations${provider === '' ? '' : `?${new URLSearchParams({ provider })}`}`;
  const paths = { prepare, held: hashOfPlace({ at: 'held', provider }) };
  return (
    <nav class="conv-tabs" aria-label={views.label}>
      {(['prepare', 'held'] as const).map((one) => (
        <a key={one} href={`#${paths[one]}`} aria-current={one === view ? 'page' : undefined}>
          {views[one]}
        </a>
      ))}
    </nav>
  );
}
