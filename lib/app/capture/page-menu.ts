import { z } from '../../domain/z.ts';
import type { PointedAt } from '../../domain/issue/bodies.ts';
import type { BrowserApi } from '../../capture/browser.ts';

/** Every place in a page that has a menu. */
const SPOTS: ('page' | 'frame' | 'link' | 'image' | 'video' | 'audio' | 'selection' | 'editable')[] = [
  'page',
  'frame',
  'link',
  'image',
  'video',
  'audio',
  'selection',
  'editable',
];
const PARENT = 'casebook';
const CHOICES = ['record', 'delayed', 'else'] as const;

/** The menu of the right mouse button. Choosing an item in a page grants its tab, as the toolbar button does. */
export type PageMenu = Readonly<{ offer(): Promise<void> }>;

export function createPageMenu(browser: Pick<BrowserApi, 'contextMenus' | 'i18n'>): PageMenu {
  const word = (name: string): string => browser.i18n.getMessage(name);
  return {
    /** The browser keeps the items until the next update, so they are put there once per installation or update. */
    async offer() {
      const { contextMenus } = browser;
      await contextMenus.removeAll();
      contextMenus.create({ id: PARENT, title: word('name'), contexts: SPOTS });
      contextMenus.create({ id: 'record', parentId: PARENT, title: word('menuRecord'), contexts: SPOTS });
      contextMenus.create({ id: 'delayed', parentId: PARENT, title: word('menuDelayed'), contexts: SPOTS });
      contextMenus.create({ id: 'else', title: word('menuElse'), contexts: ['action'] });
    },
  };
}

const clicked = z.object({
  menuItemId: z.enum(CHOICES),
  selectionText: z.optional(z.string()),
  linkUrl: z.optional(z.string()),
  mediaType: z.optional(z.string()),
  srcUrl: z.optional(z.string()),
});

export type Chosen = Readonly<{ item: (typeof CHOICES)[number]; pointedAt: PointedAt | null }>;

/** What was chosen, and on what. Raw: has to go through the scrubber. null: not one of our items. */
export function chosenOf(info: unknown): Chosen | null {
  const parsed = clicked.safeParse(info);
  if (!parsed.success) return null;
  const { menuItemId: item, selectionText: text, linkUrl, mediaType, srcUrl } = parsed.data;
  if (text) return { item, pointedAt: { kind: 'selection', text } };
  if (linkUrl) return { item, pointedAt: { kind: 'link', url: linkUrl } };
  if (srcUrl && mediaType === 'image') return { item, pointedAt: { kind: 'image', url: srcUrl } };
  return { item, pointedAt: null };
}
