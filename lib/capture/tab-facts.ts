import { z } from '../domain/z.ts';
import type { BrowserApi } from './browser.ts';

const tab = z.object({
  id: z.int(),
  windowId: z.int(),
  url: z.optional(z.string()),
  pendingUrl: z.optional(z.string()),
  title: z.optional(z.string()),
  incognito: z.boolean(),
  active: z.boolean(),
  status: z.optional(z.string()),
  favIconUrl: z.optional(z.string()),
  discarded: z.optional(z.boolean()),
});

/** What the browser says about a tab at one moment. Raw: must go through the scrubber before it is kept anywhere. */
export type TabFacts = Readonly<{
  tabId: number;
  windowId: number;
  /** null where the browser does not tell: browser pages, about:blank, view-source:, data: in Chromium. */
  url: string | null;
  title: string;
  incognito: boolean;
  active: boolean;
  loading: boolean;
  /** `url` is the address asked for; no page of it has arrived. */
  awaited: boolean;
  /** What kind of page of its own the browser shows at a web address, where its icon or title tells (Firefox). */
  shows: 'pdf' | 'error-page' | null;
  /** Its process is gone. */
  crashed: boolean;
  /** A picture asked for in the same moment without naming a window shows this tab. */
  inFront?: true;
}>;

export function tabFactsOf(raw: unknown): TabFacts | null {
  const parsed = tab.safeParse(raw);
  if (!parsed.success) return null;
  const t = parsed.data;
  // A new tab whose page never answers has only a pending address: that is what the user waits for. Otherwise the
  // address must be that of the page in the picture, even while another one is loading.
  const nothingYet = !t.url || t.url === 'about:blank';
  const url = (nothingYet && t.pendingUrl ? t.pendingUrl : t.url) || null;
  return {
    tabId: t.id,
    windowId: t.windowId,
    url,
    title: t.title ?? '',
    incognito: t.incognito,
    active: t.active,
    loading: t.status === 'loading',
    awaited: nothingYet && !!t.pendingUrl,
    shows: shownBy(t.favIconUrl ?? '', t.title ?? ''),
    crashed: t.status === 'unloaded' && t.discarded !== true,
  };
}

/** What Firefox calls its error pages in the languages of Casebook, in older and newer versions. They come before the icon. */
const ERROR_PAGES: ReadonlySet<string> = new Set([
  'Problem loading page',
  'Server Not Found',
  'Warning: Security Risk',
  'Warning: Potential Security Risk Ahead',
  'Did Not Connect: Potential Security Issue',
  'Seiten-Ladefehler',
  'Server nicht gefunden',
  'Warnung: Sicherheitsrisiko',
  'Warnung: Mögliches Sicherheitsrisiko erkannt',
  'Keine Verbindung aufgebaut: Mögliches Sicherheitsproblem',
]);

/**
 * Firefox says "Missing host permission" for its PDF viewer and its error pages alike; only their icons and titles differ.
 * Any page may bear such a title: it only counts where the browser has refused our script.
 */
function shownBy(icon: string, title: string): TabFacts['shows'] {
  const name = /^chrome:\/\/global\/skin\/icons\/([a-z-]{1,40})\.svg$/.exec(icon)?.[1];
  if (name === 'pdf') return 'pdf';
  if (name === 'info' || name === 'warning' || name === 'error') return 'error-page';
  return ERROR_PAGES.has(title) ? 'error-page' : null;
}

type Tabs = Pick<BrowserApi['tabs'], 'query' | 'get'>;

/** The tab the user looks at, or null where the browser names none. */
export async function activeTabFacts(tabs: Tabs): Promise<TabFacts | null> {
  // "Current" is what a picture without a window is taken of, "last focused" is where the user is: nearly always the same.
  // Firefox takes pictures of normal windows only.
  const both = { active: true, lastFocusedWindow: true, currentWindow: true, windowType: 'normal' } as const; // as: keeps the literal
  const [front] = await tabs.query(both);
  const facts = tabFactsOf(front);
  if (facts !== null) return { ...facts, inFront: true };
  const [focused] = await tabs.query({ active: true, lastFocusedWindow: true });
  return tabFactsOf(focused);
}

/** null once the tab is closed. */
export async function tabFactsById(tabs: Pick<Tabs, 'get'>, tabId: number): Promise<TabFacts | null> {
  try {
    return tabFactsOf(await tabs.get(tabId));
  } catch {
    return null;
  }
}
