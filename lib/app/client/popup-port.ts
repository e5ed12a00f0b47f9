/** Name of the port a popup keeps open; its end tells the background that the popup is gone. */
export const POPUP_PORT = 'popup:';

/** The two ends of a runtime port that are used here. */
export type PopupPort = Readonly<{
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}>;

/** A port whose messages wait for whoever follows it. */
export type HeldPort = Readonly<{ follow(onMessage: (message: unknown) => void, onEnd: () => void): void }>;

export function holdPort(port: PopupPort): HeldPort {
  const heard: unknown[] = [];
  let ended = false;
  let hear = (message: unknown): void => void heard.push(message);
  let end = (): void => {
    ended = true;
  };
  port.onMessage.addListener((message) => hear(message));
  port.onDisconnect.addListener(() => end());
  return {
    follow(onMessage, onEnd) {
      hear = onMessage;
      end = onEnd;
      for (const message of heard) onMessage(message);
      if (ended) onEnd();
    },
  };
}
