import { ownRuntime, sayOpened } from './first-message.ts';
import { createPopupSession } from './popup-session.ts';
import type { PopupClient } from './popup-session.ts';

export type { PopupClient } from './popup-session.ts';

/** The popup's client in a real browser. Call `start()` before anything else is loaded. */
export function createPopupClient(): PopupClient {
  const runtime = ownRuntime();
  return createPopupSession({
    send: (message) => runtime.sendMessage(message),
    connect: (name) => runtime.connect({ name }),
    first: sayOpened(runtime),
  });
}
