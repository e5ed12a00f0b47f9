import type { DeskPort } from './contract.ts';

/** The same port, whose end is still told to those who begin to listen after it. */
export function holdPort(port: DeskPort): DeskPort {
  let ended = false;
  port.onDisconnect.addListener(() => {
    ended = true;
  });
  return {
    name: port.name,
    ...(port.sender ? { sender: port.sender } : {}),
    postMessage: (message) => port.postMessage(message),
    disconnect: () => port.disconnect(),
    onDisconnect: {
      addListener(listener) {
        if (ended) listener();
        else port.onDisconnect.addListener(listener);
      },
    },
  };
}
