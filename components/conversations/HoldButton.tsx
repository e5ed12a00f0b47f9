import { useState } from 'preact/hooks';
import type { PackFacts } from '../../lib/app/packs/pack-facts.ts';
import type { PackOrder } from '../../lib/app/packs/pack-order.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { conversations } from '../../lib/i18n/conversations/conversations.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { hashOfPlace } from './conversations-route.ts';

/** Begins the conversation that was prepared and opens its page. */
export function HoldButton({ facts, order }: Readonly<{ facts: PackFacts | null; order: PackOrder }>) {
  const t = useText(conversations);
  const c = useText(common);
  const { services, toasts } = useApp();
  const [beginning, setBeginning] = useState(false);
  async function hold(): Promise<void> {
    if (facts === null) return;
    setBeginning(true);
    const begun = await (await services.conversations()).hold(facts, order);
    if (begun.ok) {
      // The router's own navigation takes what follows `?` out of the hash.
      location.hash = hashOfPlace({ at: 'meeting', id: begun.id });
      return;
    }
    setBeginning(false);
    toasts.show({ tone: 'problem', text: failureText(c, begun.code) });
  }
  return (
    <Button busy={facts === null || beginning} onClick={() => void hold()}>
      {t.hold}
    </Button>
  );
}
