import { useEffect, useState } from 'preact/hooks';
import type {
  ConversationLog,
  ConversationService,
} from '../../lib/app/conversations/conversation-service.ts';
import { useApp } from '../state/app.tsx';

type Known = Readonly<{
  service: ConversationService | null;
  log: ConversationLog | null;
  failure: string | null;
}>;

/** All conversations, live; null until they are read. */
export function useConversations(): Known {
  const { conversations } = useApp().services;
  const [known, setKnown] = useState<Known>({ service: null, log: null, failure: null });
  useEffect(() => {
    let wanted = true;
    let stop = (): void => undefined;
    void conversations().then((service) => {
      if (!wanted) return;
      stop = service.live(
        (log) => setKnown({ service, log, failure: null }),
        (failure) => setKnown((last) => ({ ...last, service, failure })),
      );
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [conversations]);
  return known;
}
