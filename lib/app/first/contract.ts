import type { BrowserApi } from '../../capture/browser.ts';
import type { Glance } from '../../capture/glance.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';
import type { Badge } from '../capture/badge.ts';

export type Sender = Readonly<{ id?: string | undefined; url?: string | undefined }>;

/** This extension's id, and the beginning of the addresses of its own pages. */
export type Own = Readonly<{ id: string; origin: string }>;

/** The part of a runtime port that is used. */
export type DeskPort = Readonly<{
  name: string;
  sender?: Sender;
  postMessage(message: unknown): void;
  disconnect(): void;
  onDisconnect: { addListener(listener: () => void): void };
}>;

/** What the background does for each kind of event; the entry point only connects them. */
export type Background = Readonly<{
  message(raw: unknown, sender: Sender): Promise<unknown>;
  connect(port: DeskPort): void;
  installed(reason: string): void;
  /** An item of a menu was chosen. `info` and `tab`: the browser's own objects. */
  menuChosen(info: unknown, tab: unknown): void;
  /** A shortcut of the browser. `tab`: as above. */
  commanded(name: string, tab: unknown): void;
  updateAvailable(): void;
  alarm(name: string): void;
  /** Once per start of the worker. */
  start(): void;
}>;

/** Tab and picture, asked for in one moment before the rest of the background was there. */
export type Begun = Readonly<{
  /** Of the clock `performance.now`, ms. */
  at: number;
  /** What the browser calls the tab in front; its own objects. */
  front: Promise<readonly unknown[]>;
  glance: Glance;
}>;

/** What the first part of the background hands to the rest: all of which there must be one only. */
export type FirstPart = Readonly<{
  browser: BrowserApi;
  badge: Badge;
  scrubber: () => Promise<Scrubber>;
  begun: Begun | null;
}>;

export type MakeBackground = (first: FirstPart) => Background;

/** Only our own pages may ask. A content script would have our id but the address of its page. */
export function isOurPage(sender: Sender, own: Own): boolean {
  return sender.id === own.id && sender.url !== undefined && sender.url.startsWith(own.origin);
}
