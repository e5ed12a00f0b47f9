import type { PackFacts } from '../../lib/app/packs/pack-facts.ts';
import type { PackOrder } from '../../lib/app/packs/pack-order.ts';
import { receiverOf, receiversOf } from '../../lib/app/packs/receivers.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { conversations } from '../../lib/i18n/conversations/conversations.ts';
import { providers } from '../../lib/i18n/providers/providers.ts';
import { useText } from '../state/locale.tsx';
import { Select } from '../ui/Field.tsx';

type Props = Readonly<{ facts: PackFacts; order: PackOrder; onTo: (to: string) => void }>;

/** Whom a mail draft is addressed to: somebody of the provider whose address is known, or nobody. */
export function MailTo({ facts, order: { kind, to }, onTo }: Props) {
  const t = useText(conversations);
  const { roles } = useText(providers).contacts;
  const receivers = receiversOf(facts);
  if (receivers.length === 0) return null;
  return (
    <Select
      label={t.mailTo}
      hint={t.mailToHint}
      value={receiverOf(receivers, kind, to)?.id ?? ''}
      options={[
        { value: '', label: t.mailToNobody },
        ...receivers.map(({ id, role, name, address }) => ({
          value: id,
          label: [visibleText(name), role === null ? '' : roles[role], address]
            .filter((part) => part !== '')
            .join(', '),
        })),
      ]}
      onValue={onTo}
    />
  );
}
