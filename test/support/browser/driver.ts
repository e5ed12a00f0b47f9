import type { Display } from './display.ts';
import type { Evaluate } from './evaluate.ts';
import type { BrowserName } from './find.ts';
import type { Screen } from './screen.ts';

/** A tab with a web page. */
export interface Tab {
  goto(url: string): Promise<void>;
  bringToFront(): Promise<void>;
  readonly evaluate: Evaluate;
  /** A real key, `Shift+ArrowDown` for example. */
  press(key: string): Promise<void>;
  /** With the left button of the mouse, in CSS pixels of the window. */
  drag(from: Point, to: Point): Promise<void>;
  /** The whole page as the browser itself draws it, in another window than its own where one is given. PNG. */
  wholePicture(window?: OtherWindow): Promise<Uint8Array>;
  /** What the browser prints into a file, PDF. */
  printed(paper: 'a4' | 'letter'): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** In CSS pixels; what is left out stays as it is. */
export interface OtherWindow {
  readonly width?: number;
  /** As high as the content: for what scrolls in a part of the page, and for what is pinned to the end. */
  readonly height?: number;
  readonly scale?: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The popup of the toolbar button. */
export interface Popup extends Screen {
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

/** A page of the extension in a tab. */
export interface ExtensionPage extends Screen {
  bringToFront(): Promise<void>;
  reload(): Promise<void>;
  /** Gives a file to the page's only file field, as the system's dialog would. */
  chooseFile(path: string): Promise<void>;
  /** Drops a file of the disk on the middle of the element with that name. */
  dropFile(path: string, role: string, name: string | RegExp): Promise<void>;
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Our items in the menu of a page. */
export type MenuItem = 'record' | 'delayed';

export interface OpenOptions {
  /** `false`: come back at once, for pages that never finish loading or that the browser refuses. */
  readonly wait?: boolean;
}

/** One running browser with the built extension in it. The suites know nothing else of a browser. */
export interface Driver {
  readonly name: BrowserName;
  /** Folder with everything the browser keeps on disk. */
  readonly profile: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
  /** Where files end up that the extension hands to the browser's download. */
  readonly downloads: string;
  openPage(url: string, options?: OpenOptions): Promise<Tab>;
  /** A real click on the toolbar button while `tab` is in front: the browser grants activeTab as for a person. */
  clickToolbar(tab: Tab): Promise<Popup>;
  /** The same click, without waiting for or touching the popup. */
  clickToolbarOnly(tab: Tab): Promise<void>;
  /** Closes whatever popup is open, as a click beside it would; false when none is. */
  dismissPopup(): Promise<boolean>;
  /** Presses the button in a private window on that address, and says what came of it. */
  clickInPrivateWindow(url: string): Promise<'refused' | 'pressed'>;
  /**
   * Presses a shortcut of the browser (`alt+shift+l`), and with it the command it is bound to. On a display of its own:
   * the key itself. Without one no driver can press such a key, so what the browser does at the key is done instead.
   */
  pressShortcut(tab: Tab, keys: string, command: string): Promise<void>;
  /** Right click on the middle of the element, then our item in the menu that opens. */
  chooseFromMenu(tab: Tab, selector: string, item: MenuItem): Promise<void>;
  /** Right click on the toolbar button, then our item for what is not in the browser. */
  chooseElseOnButton(): Promise<void>;
  /** Answers the browser's question which screen to share with the whole one; false where there is none to share. */
  shareScreen(): Promise<boolean>;
  openExtensionPage(path: string): Promise<ExtensionPage>;
  /** Stops the service worker or event page; the next event starts it again without any memory. */
  killBackground(): Promise<void>;
  /** Runs a function in the background, where its globals are. */
  readonly inBackground: Evaluate;
  /** Orderly end and new start with the same profile; `meanwhile` runs while no browser does. */
  restart(meanwhile?: () => void | Promise<void>): Promise<void>;
  /** SIGKILL to every process of the browser, then a new start with the same profile. */
  kill9(meanwhile?: () => void | Promise<void>): Promise<void>;
  /** Violations of the content security policy and uncaught errors in any context of the extension so far. */
  complaints(): Promise<readonly string[]>;
  /** Settles when somebody closes the browser. */
  closed(): Promise<void>;
  close(): Promise<void>;
}

export interface DriverOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  /** Parent folder of the profile, for a disk of its own; default: the system's temporary folder. */
  readonly disk?: string;
  readonly headless?: boolean;
  /** A screen with real keys and a real mouse; its browser is not headless. null: wanted, but the machine has none. */
  readonly display?: Display | null;
  /** CSS pixels of the page area. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: string;
  /** Pixels of the screen per CSS pixel. */
  readonly scale?: number;
}
