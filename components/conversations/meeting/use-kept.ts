import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConversationService } from '../../../lib/app/conversations/conversation-service.ts';
import type { DraftValues } from '../../../lib/app/conversations/drafts.ts';

/** At most so much typing is lost when the browser is killed; counted from the first unsaved key. */
const KEEP_AFTER_MS = 150;

type About = Readonly<{
  service: ConversationService;
  conversationId: string;
  /** Names the field or the form. */
  field: string;
}>;

type Keeper = Readonly<{ touch(values: DraftValues): void; flush(): void; drop(): void }>;

function createKeeper({ service, conversationId, field }: About): Keeper {
  let unsent: DraftValues | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  function send(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const values = unsent;
    unsent = null;
    // Where the browser keeps no draft, the text stays in its field and is saved when that is left.
    if (values !== null) service.drafts.keep(conversationId, field, values).catch(() => undefined);
  }
  return {
    touch(values) {
      unsent = values;
      timer ??= setTimeout(send, KEEP_AFTER_MS);
    },
    flush: send,
    drop() {
      unsent = null;
      send();
      service.drafts.drop(conversationId, field).catch(() => undefined);
    },
  };
}

export type Kept<V extends DraftValues> = Readonly<{
  values: V;
  /** The same without waiting for the next drawing. */
  latest: { current: V };
  change: (some: Partial<V>) => void;
  /** Forgets the draft and empties the form. */
  done: () => void;
  /** It is an entry now: the values stay in the field. */
  saved: () => void;
  /** As the log has it: nothing was typed. */
  adopt: (values: V) => void;
}>;

/** What is being typed in a small form, kept on disk while it is typed. */
export function useKept<V extends DraftValues>(
  about: About,
  empty: V,
  kept: DraftValues | undefined,
): Kept<V> {
  const [values, setValues] = useState<V>({ ...empty, ...kept });
  const keeper = useMemo(() => createKeeper(about), [about.service, about.conversationId, about.field]);
  useEffect(() => {
    const leaving = (): void => {
      if (document.visibilityState === 'hidden') keeper.flush();
    };
    document.addEventListener('visibilitychange', leaving);
    return () => {
      document.removeEventListener('visibilitychange', leaving);
      keeper.flush();
    };
  }, [keeper]);
  const latest = useRef(values);
  latest.current = values;
  const adopt = (next: V): void => {
    latest.current = next;
    setValues(next);
  };
  return {
    values,
    latest,
    adopt,
    change: (some) => {
      adopt({ ...latest.current, ...some });
      keeper.touch(latest.current);
    },
    done: () => {
      keeper.drop();
      adopt(empty);
    },
    saved: () => keeper.drop(),
  };
}
