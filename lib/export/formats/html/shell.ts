import { STYLE } from './style.ts';

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text or as the value of a quoted attribute. The rest of the report is escaped by Preact. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITY[char] ?? char);
}

/**
 * The report forbids itself everything but its own style and its pictures. Escaping comes first; this is for the day
 * that a mistake in it is found. `beside` allows pictures of the folder that the report lies in, and no other place.
 */
export function policyOf(pictures: 'inside' | 'beside' | 'nowhere'): string {
  const images = pictures === 'beside' ? "'self' data:" : 'data:';
  return `default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'`;
}

/** @param language BCP 47 @param title our own words, no page text */
export function openDocument(
  language: string,
  title: string,
  pictures: 'inside' | 'beside' | 'nowhere',
): string {
  return (
    `<!doctype html>\n<html lang="${escapeHtml(language)}"><head>` +
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(pictures)}"/><meta charset="utf-8"/>` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="referrer" content="no-referrer"/>' +
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>\n<body><main>\n`
  );
}

export const CLOSE_DOCUMENT = '</main></body></html>\n';
