import type { Evaluate } from './evaluate.ts';
import type { BrowserName } from './find.ts';
import type { Screen } from './screen.ts';

/** A tab with a web page. */
export interface Tab {
  goto(url: string): Promise<void>;
  bringToFront(): Promise<void>;
  readonly evaluate: Evaluate;
  close(): Promise<void>;
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
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

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
  /** CSS pixels of the page area. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: string;
}
