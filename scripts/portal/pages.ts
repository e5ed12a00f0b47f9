import { escapeHtml, page } from './html.ts';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** The connection stays open after the body: the page never finishes loading. */
  readonly neverEnds?: boolean;
  /** Milliseconds before anything is sent. */
  readonly delayMs?: number;
}

type Handler = (url: URL) => Answer;

const LINKS: readonly (readonly [string, string])[] = [
  ['/invoices', 'Invoices: the list does not load (503, 503, 503, and one slow request)'],
  ['/500', 'Month-end report: the server fails (500, with a request id)'],
  ['/hang', 'Stock: the page never finishes loading'],
  ['/error-id', 'Orders: saving fails, an error id is shown'],
  ['/login?token=PortalCanaryToken0123456789abcdef', 'Sign-in link with a token in its address'],
  ['/pdf', 'Delivery note as a PDF'],
  ['/many', 'Dashboard with 300 requests'],
  ['/german', 'Rechnungen (German page)'],
  ['/iframe', 'Page with a frame in it'],
  ['/pay', 'Payment form with fields for secrets'],
  ['/spa', 'A page that changes its address without loading'],
  ['/colour?c=d13f8a', 'A block of one known colour'],
  ['/redirect', 'A link that leads elsewhere'],
];

const start = (): Answer => ({
  body: page({
    title: 'Acme ERP',
    body: `<h1>Welcome to Acme ERP</h1><p>A sample portal that breaks on purpose. Pick something, then click the Casebook button.</p>
      <ul>${LINKS.map(([href, text]) => `<li><a href="${href}">${escapeHtml(text)}</a></li>`).join('')}</ul>`,
  }),
});

const invoices = (): Answer => ({
  headers: { 'server-timing': 'app;dur=41.5;desc="Acme app", db;dur=12' },
  body: page({
    title: 'Invoices – Acme ERP',
    body: `<h1>Invoices</h1><div class="error" role="alert"><b>Invoices could not be loaded.</b><br>Service unavailable (503). Request ID: 8f2c77d0-51aa-4f0e-9d3b-0f6e1c2a9b44</div>
      <table><tr><th>Number</th><th>Customer</th><th>Amount</th></tr><tr><td colspan="3" id="rows">Loading…</td></tr></table>`,
    script: `
      const get = (path) => fetch(path).then((answer) => answer.text(), () => '');
      const done = [1, 2, 3].map((n) => get('/api/invoices?page=' + n));
      done.push(get('/api/slow?ms=3200'));
      Promise.all(done).then(() => { document.getElementById('rows').textContent = 'Nothing to show'; document.body.dataset.done = 'yes'; });`,
  }),
});

const failed = (): Answer => ({
  status: 500,
  headers: { 'x-request-id': 'req-5c1d9e' },
  body: page({
    title: '500 – Acme ERP',
    body: `<h1>Something went wrong</h1><div class="error" role="alert"><b>Internal server error (500)</b><br>
      Request ID: 3f1b6f0e-7d0a-4c53-8f0e-2a9d9c6b1e77<br>Correlation ID: c0ffee12-aaaa-4bbb-8ccc-1234567890ab</div>`,
  }),
});

const errorId = (): Answer => ({
  body: page({
    title: 'Order 4711 – Acme ERP',
    body: `<h1>Order 4711</h1><div class="error" role="alert"><b>Your changes were not saved.</b><br>Error code: ACME-4032<br>
      Correlation ID: 7b1d3f5e-0a2c-4e6f-8091-a2b3c4d5e6f7<br>Ray ID: 7d1f0c9e8b6a5432</div>
      <p>Quantity <input value="12" aria-label="Quantity"> <button>Save</button></p>`,
  }),
});

/** More findings than a popup has room for. */
const findings = (): Answer => ({
  status: 503,
  body: page({
    title: 'Purchase orders of all suppliers and subsidiaries – Acme ERP',
    body: `<h1>Purchase orders</h1><div class="error" role="alert"><b>Your changes were not saved.</b><br>Error code: ACME-4032<br>
      Correlation ID: 7b1d3f5e-0a2c-4e6f-8091-a2b3c4d5e6f7<br>Ray ID: 7d1f0c9e8b6a5432<br>
      Request ID: 8f2c99aa-1234-4e6f-8091-a2b3c4d5e6f7<br>Trace ID: 4bf92f3577b34da6a3ce929d0e0e4736</div>
      <div class="error" role="alert">The connection to the approval service was interrupted.</div>
      <div class="error" role="alert">Internal Server Error: could not acquire the lock</div>`,
  }),
});

const login = (url: URL): Answer => ({
  body: page({
    title: 'Sign in – Acme ERP',
    body: `<h1>Sign in</h1><p>This link is no longer valid.</p><p>Session <code>${escapeHtml(url.searchParams.get('token')?.slice(0, 4) ?? '')}…</code></p>`,
  }),
});

const many = (): Answer => ({
  body: page({
    title: 'Dashboard – Acme ERP',
    body: '<h1>Dashboard</h1><p id="state">Loading 300 figures…</p>',
    script: `
      (async () => {
        for (let n = 0; n < 300; n += 30) {
          await Promise.all(Array.from({ length: 30 }, (_, i) => fetch('/api/ok?n=' + (n + i)).then((r) => r.text())));
        }
        document.getElementById('state').textContent = 'All figures loaded'; document.body.dataset.done = 'yes';
      })();`,
  }),
});

const german = (): Answer => ({
  body: page({
    lang: 'de',
    title: 'Rechnungen – Übersicht',
    body: `<h1>Rechnungen</h1><div class="error" role="alert"><b>Es ist ein Fehler aufgetreten.</b><br>Fehlercode: RG-1207<br>
      Vorgangsnummer: 2026-000815<br>Bitte versuchen Sie es später erneut.</div>`,
  }),
});

const frame = (): Answer => ({
  body: page({
    title: 'Frame – Acme ERP',
    body: '<h1>Outer page</h1><iframe src="/colour?c=2a7f3b" title="Inner page" width="600" height="300"></iframe>',
  }),
});

const spa = (): Answer => ({
  body: page({
    title: 'Orders – Acme ERP',
    body: '<h1 id="head">Orders</h1><button id="next">Open order 4711</button>',
    script: `
      document.getElementById('next').onclick = () => {
        history.pushState({}, '', '/spa/order/4711?view=lines');
        document.title = 'Order 4711 – Acme ERP'; document.getElementById('head').textContent = 'Order 4711';
      };`,
  }),
});

/** A block of one colour, 400 × 300 CSS pixels at (50, 100), so that a test knows which pixel to look at. */
function colour(url: URL): Answer {
  const wanted = url.searchParams.get('c') ?? '';
  const safe = /^[0-9a-f]{6}$/i.test(wanted) ? wanted : '808080';
  return {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Colour ${safe}</title><link rel="icon" href="data:,">
      <style>body{margin:0;background:#fff}div{position:absolute;left:50px;top:100px;width:400px;height:300px;background:#${safe}}</style>
      </head><body><div></div></body></html>`,
  };
}

/** A page whose title and text are whatever the address asks for, shown as text. */
const echo = (url: URL): Answer => {
  const text = url.searchParams.get('text') ?? '';
  return {
    body: page({
      title: text,
      body: `<h1>Echo</h1><div class="error" role="alert">${escapeHtml(text)}</div>`,
    }),
  };
};

/** Fields that ask for secrets, one of them out of sight, and one that only looks like it. */
const pay = (): Answer => ({
  body: page({
    title: 'Pay invoice 4711 – Acme ERP',
    body: `<h1>Pay invoice 4711</h1><div class="error" role="alert"><b>The payment was declined.</b><br>Error code: PAY-2207</div>
      <p><label>Holder <input name="holder" value="A. Person"></label></p>
      <p><label>Card number <input autocomplete="cc-number" value="5555 5555 5555 4444"></label></p>
      <p><label>Code from the text message <input autocomplete="one-time-code" value="481 516"></label></p>
      <p><label>Password <input type="password" value="portal-password"></label></p>
      <p style="margin-top:3000px"><label>Old password <input type="password" value="below"></label></p>`,
  }),
});

const generic = (url: URL): Answer => ({
  body: page({
    title: `Page ${url.pathname.slice(0, 60)}`,
    body: '<h1>Some page</h1><p>All is well here.</p>',
  }),
});

const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
const PDF_OBJECTS = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
  stream('BT /F1 28 Tf 80 740 Td (Delivery note 4711) Tj ET'),
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
];

function pdf(): Answer {
  let text = '%PDF-1.4\n';
  const offsets = PDF_OBJECTS.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(at).padStart(10, '0');
  });
  const size = PDF_OBJECTS.length + 1;
  const table = offsets.map((at) => `${at} 00000 n \n`).join('');
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return { headers: { 'content-type': 'application/pdf' }, body: text };
}

const plain = (status: number, body: string, delayMs = 0): Answer => ({
  status,
  delayMs,
  headers: { 'content-type': 'text/plain', 'server-timing': 'app;dur=3' },
  body,
});

/** Every address of the portal; what is not here is a plain page, so that any address can be tried. */
export const ROUTES: Readonly<Record<string, Handler>> = {
  '/': start,
  '/invoices': invoices,
  '/500': failed,
  '/hang': () => ({
    body: '<!doctype html><title>Stock – Acme ERP</title><h1>Stock</h1><p>Loading',
    neverEnds: true,
  }),
  '/error-id': errorId,
  '/findings': findings,
  '/login': login,
  '/pdf': pdf,
  '/many': many,
  '/german': german,
  '/iframe': frame,
  '/pay': pay,
  '/spa': spa,
  '/colour': colour,
  '/echo': echo,
  '/redirect': () => ({ status: 302, headers: { location: '/error-id' }, body: '' }),
  '/404': () => ({
    status: 404,
    body: page({ title: 'Not found – Acme ERP', body: '<h1>Not found (404)</h1>' }),
  }),
  '/api/ok': () => plain(200, 'ok'),
  '/api/invoices': () => plain(503, 'service unavailable'),
  '/api/slow': (url) => plain(200, 'slow', Math.min(10_000, Number(url.searchParams.get('ms')) || 3000)),
};

export function answerTo(url: URL): Answer {
  return (ROUTES[url.pathname] ?? generic)(url);
}
