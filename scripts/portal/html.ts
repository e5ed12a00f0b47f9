/** Text made safe inside HTML. The portal is broken on purpose, but not in this way. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
  :root { color-scheme: light; --ink: #1d2733; --accent: #1f5f8b; --line: #d6dde4; --bad: #a3262a; }
  * { box-sizing: border-box; }
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: #f4f6f8; }
  header { background: var(--accent); color: #fff; padding: 14px 28px; display: flex; gap: 24px; align-items: baseline; }
  header b { font-size: 18px; }
  header a { color: #dceaf5; text-decoration: none; }
  main { max-width: 880px; margin: 28px auto; padding: 24px 28px; background: #fff; border: 1px solid var(--line); border-radius: 8px; }
  h1 { font-size: 24px; margin: 0 0 12px; }
  table { width: 100%; border-collapse: collapse; }
  td, th { text-align: left; padding: 8px 4px; border-bottom: 1px solid var(--line); }
  .error { border-left: 4px solid var(--bad); background: #fdf1f1; padding: 12px 16px; margin: 16px 0; }
  .error b { color: var(--bad); }
  code { background: #eef1f4; padding: 1px 5px; border-radius: 4px; }
  li { margin: 4px 0; }
`;

export interface PageParts {
  readonly title: string;
  /** HTML of the page; texts in it are escaped by whoever writes it. */
  readonly body: string;
  readonly script?: string;
  readonly lang?: string;
}

/** One page of the portal in its frame. */
export function page({ title, body, script = '', lang = 'en' }: PageParts): string {
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body>
<header><b>Acme ERP</b><a href="/">Start</a><a href="/invoices">Invoices</a><a href="/orders">Orders</a></header>
<main>${body}</main>
<script>${script}</script>
</body></html>`;
}
