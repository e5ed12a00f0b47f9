import { captureId } from '../../domain/ledger/primitives.ts';
import type { CaptureId } from '../../domain/ledger/primitives.ts';
import { POPUP_PORT } from '../client/popup-port.ts';
import type { CaptureView, PictureNews } from '../client/protocol.ts';
import { isOurPage } from './answer.ts';
import type { Sender } from './answer.ts';
import type { PopupDesk } from './popup-desk.ts';

/** The part of a runtime port that is used. */
export type DeskPort = Readonly<{
  name: string;
  sender?: Sender;
  postMessage(message: unknown): void;
  disconnect(): void;
  onDisconnect: { addListener(listener: () => void): void };
}>;

export type PopupPorts = Readonly<{
  connect(port: DeskPort): void;
  /** Tells every open popup of this capture; false when there is none. */
  push(id: CaptureId, view: CaptureView | PictureNews): boolean;
}>;

export function createPopupPorts(
  desk: () => PopupDesk,
  own: Readonly<{ id: string; origin: string }>,
  onClosed: () => void,
): PopupPorts {
  const open = new Map<DeskPort, CaptureId>();
  return {
    connect(port) {
      const id = captureId.safeParse(port.name.slice(POPUP_PORT.length));
      if (!port.name.startsWith(POPUP_PORT) || !id.success || !isOurPage(port.sender ?? {}, own)) {
        port.disconnect();
        return;
      }
      open.set(port, id.data);
      desk().connected(id.data);
      port.onDisconnect.addListener(() => {
        open.delete(port);
        void desk().closed(id.data).finally(onClosed);
      });
    },
    push(id, view) {
      let told = false;
      for (const [port, of] of open) {
        if (of !== id && desk().shows(of) !== id) continue;
        try {
          port.postMessage(view);
          told = true;
        } catch {
          // Closed in this very moment; its end is on the way.
        }
      }
      return told;
    },
  };
}
