import { escapeHtml, policyOf } from '../formats/html/shell.ts';
import type { PackDoc } from './doc.ts';
import { PackView, type SourceOf } from './PackView.tsx';
import { PACK_PAGE_STYLE, PACK_STYLE } from './style.ts';

/**
 * The pack as one file without any script, which loads nothing and prints on A4 and Letter.
 * @param sourceOf addresses of its pictures, and where they are; without it they are named only
 */
export async function packHtml(
  doc: PackDoc,
  { sourceOf, place }: Readonly<{ sourceOf: SourceOf; place: 'inside' | 'beside' | 'nowhere' }> = {
    sourceOf: () => null,
    place: 'nowhere',
  },
): Promise<string> {
  const { renderToString } = await import('preact-render-to-string');
  return (
    `<!doctype html>\n<html lang="${escapeHtml(doc.language)}"><head>` +
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(place)}"/><meta charset="utf-8"/>` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="referrer" content="no-referrer"/>' +
    `<title>${escapeHtml(doc.title)}</title><style>${PACK_PAGE_STYLE}${PACK_STYLE}</style></head>\n<body><main>\n` +
    `${renderToString(<PackView doc={doc} sourceOf={sourceOf} />)}\n</main></body></html>\n`
  );
}
