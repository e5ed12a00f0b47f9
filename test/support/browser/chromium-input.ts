import type { Page } from 'puppeteer-core';
import { elementCentre } from './dom.ts';
import type { Display } from './display.ts';
import type { MenuItem } from './driver.ts';
import { placeIn } from './page-screen.ts';

/* oxlint-disable typescript/no-explicit-any -- Chromium's own objects in the worker, which have no published types */
declare const chrome: any;

/**
 * Chromium's menus belong to the browser, not to the page: neither the protocol nor the page can touch them. Our entry
 * stands above the browser's own last ones, so it is reached from below.
 */
const FROM_BELOW = { page: 3, other: 2 } as const;

export async function menuByHand(
  display: Display,
  page: Page,
  selector: string,
  item: MenuItem,
): Promise<void> {
  const place = await page.evaluate(placeIn, selector);
  const corner = await page.evaluate(cornerOnScreen);
  const special = await page.evaluate(hasOwnMenu, selector);
  await display.rightClick(corner.x + place.x, corner.y + place.y);
  const ups = special ? FROM_BELOW.other : FROM_BELOW.page;
  const keys = [...Array.from({ length: ups }, () => 'Up'), 'Right', ...(item === 'delayed' ? ['Down'] : [])];
  await display.press(...keys, 'Return');
}

/** Runs in the page: where its upper left corner is on the screen. */
function cornerOnScreen(): { x: number; y: number } {
  return { x: window.screenX, y: window.screenY + window.outerHeight - window.innerHeight };
}

/** Runs in the page: links, pictures and selected words have menus of their own. */
function hasOwnMenu(selector: string): boolean {
  const selected = getSelection()?.toString() ?? '';
  return selected !== '' || document.querySelector(selector)?.matches('a, img') === true;
}

/** Runs in the page: what the browser would tell about the element. */
export function pointedAt(selector: string): Record<string, string> {
  const element = document.querySelector(selector);
  const selected = getSelection()?.toString() ?? '';
  if (selected !== '') return { selectionText: selected };
  if (element instanceof HTMLAnchorElement) return { linkUrl: element.href };
  return element instanceof HTMLImageElement ? { mediaType: 'image', srcUrl: element.src } : {};
}

/** Runs in the worker. The tab keeps the permission that a click on the button gave it before. */
export async function dispatchCommand(name: string, address: string): Promise<void> {
  const tabs = await chrome.tabs.query({});
  const tab = tabs.find((one: any) => one.url === address) ?? (await chrome.tabs.query({ active: true }))[0];
  chrome.commands.onCommand.dispatch(name, tab);
}

/** Runs in the worker. As above. */
export async function dispatchMenu(
  menuItemId: string,
  address: string,
  info: Record<string, string>,
): Promise<void> {
  const tabs = await chrome.tabs.query({});
  const tab = tabs.find((one: any) => one.url === address) ?? (await chrome.tabs.query({ active: true }))[0];
  chrome.contextMenus.onClicked.dispatch({ menuItemId, editable: false, ...info }, tab);
}

/** What Chromium shares when a page asks for a screen: the display, or a made-up picture where the machine has none. */
export function screenFlags(display: Display | null | undefined): readonly string[] {
  if (display === undefined) return [];
  return display
    ? ['--auto-select-desktop-capture-source=Entire screen']
    : ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
}

/** A file dragged in from outside the browser, as the system would. */
export async function dropFile(page: Page, path: string, role: string, name: string | RegExp): Promise<void> {
  const pattern = name instanceof RegExp ? name.source : name;
  const place = await page.evaluate(elementCentre, { role, pattern, flags: 'i' });
  if (place === null) throw new Error(`There is no ${role} “${String(name)}” to drop on.`);
  const client = await page.createCDPSession();
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  // A hand moves for a while before it lets go; only then does the page have said whether it takes the file.
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', { type, ...place, data });
    await new Promise((done) => setTimeout(done, 100));
  }
  await client.detach();
}
