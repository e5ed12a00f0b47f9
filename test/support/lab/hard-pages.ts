import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Pages that are hard to take a picture of from top to bottom. */
export interface HardPages {
  readonly origin: string;
  close(): Promise<void>;
}

const WORDS =
  'The invoice could not be sent because the server did not answer in time and the order is still open'.split(
    ' ',
  );

/** Text that differs from line to line, so that a line twice or none at all is seen. */
function lines(count: number, from = 0): string {
  return Array.from({ length: count }, (_, i) => {
    const n = from + i;
    const text = Array.from({ length: 9 }, (_w, w) => WORDS[(n * 7 + w * 3) % WORDS.length]).join(' ');
    const hue = (n * 47) % 360;
    return `<p class="line" style="border-left:12px solid hsl(${hue} 70% 45%)"><b>${n}</b> ${text}</p>`;
  }).join('');
}

const STYLE = `*{box-sizing:border-box}body{margin:0;font:16px/24px "Liberation Sans",Arial,sans-serif;color:#1d2733;background:#f4f6f8}
.line{margin:0;padding:4px 12px;height:32px;overflow:hidden;white-space:nowrap}.line:nth-child(even){background:#e3e9ee}`;

const page = (body: string, style = '', script = '', html = 'lang="en"') =>
  `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Hard page</title><link rel="icon" href="data:,"><style>${STYLE}${style}</style></head><body>${body}<script>${script}</script></body></html>`;

const svg = (n: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="160"><rect width="400" height="160" fill="hsl(${(n * 67) % 360} 60% 60%)"/><circle cx="${40 + n * 20}" cy="80" r="50" fill="#fff"/></svg>`;

const HARD_PAGES: Readonly<Record<string, string>> = {
  '/sticky': page(
    `<header>Sticky header</header>${[0, 1, 2, 3].map((n) => `<section><h2>Part ${n}</h2>${lines(14, n * 14)}</section>`).join('')}
     <div class="foot">Fixed footer</div><button class="chat">?</button>`,
    `header{position:sticky;top:0;height:56px;padding:16px;background:#1f5f8b;color:#fff;z-index:5}
     h2{position:sticky;top:56px;margin:0;height:40px;background:#cfe0ec;padding:8px 12px;font-size:18px}
     .foot{position:fixed;left:0;right:0;bottom:0;height:48px;padding:12px;background:#16202a;color:#fff;transition:opacity .4s}
     .chat{position:fixed;right:24px;bottom:72px;width:56px;height:56px;border-radius:28px;border:0;background:#c33;color:#fff}
     body{padding-bottom:48px}`,
  ),
  '/fixed': page(
    `<nav id="nav" class="">Fixed header</nav>${lines(60)}<div class="top" id="up" hidden>Back to top</div>`,
    `nav{position:fixed;top:0;left:0;right:0;height:64px;background:#204020;color:#fff;padding:20px}nav.small{height:40px;padding:8px}
     body{padding-top:64px;background:linear-gradient(#fff,#dbe6ee)}.top{position:fixed;right:16px;bottom:16px;padding:12px;background:#fd0}`,
    `addEventListener('scroll',()=>{nav.className=scrollY>100?'small':'';up.hidden=scrollY<300})`,
  ),
  '/inner': page(
    `<header>Application</header><div class="row"><aside>${['Home', 'Invoices', 'Orders'].map((t) => `<div>${t}</div>`).join('')}</aside><main tabindex="0">${lines(60)}</main></div><footer>Status: ready</footer>`,
    `html,body{height:100%}body{display:flex;flex-direction:column;overflow:hidden}header{height:56px;background:#1f5f8b;color:#fff;padding:16px;flex:none}
     footer{height:28px;background:#16202a;color:#fff;padding:2px 12px;flex:none}.row{flex:1;display:flex;min-height:0}
     aside{width:200px;background:#dde5ec;flex:none;padding:12px}main{flex:1;overflow:auto;border-left:1px solid #889}`,
  ),
  '/chat': page(
    `<header>Messages</header><main>${lines(50)}</main>`,
    `html,body{height:100%}body{display:flex;flex-direction:column;overflow:hidden}header{height:48px;background:#444;color:#fff;padding:12px;flex:none}
     main{flex:1;overflow-y:scroll;display:flex;flex-direction:column-reverse;min-height:0}.line{flex:none}`,
  ),
  '/lazy': page(
    Array.from(
      { length: 12 },
      (_, n) =>
        `<figure><img loading="lazy" width="400" height="160" src="/picture?n=${n}" alt=""><figcaption>Picture ${n}</figcaption></figure>`,
    ).join('') + '<div id="later"></div>',
    `figure{margin:0 0 20px;padding:10px 20px}#later{height:60px;background:#ccc}#later.in{background:#7a3}`,
    `new IntersectionObserver(([e],o)=>{if(e.isIntersecting){later.className='in';o.disconnect()}}).observe(later)`,
  ),
  '/animated': page(
    `<div class="spin"></div>${lines(60)}`,
    `.spin{position:absolute;left:600px;top:900px;width:120px;height:120px;background:conic-gradient(red,blue,red);animation:t 1s linear infinite}@keyframes t{to{transform:rotate(1turn)}}`,
  ),
  '/rtl': page(
    `<div class="wide">${lines(40).replaceAll('border-left', 'border-right')}</div>`,
    `.wide{width:1400px;background:linear-gradient(90deg,#fff,#cde)}`,
    'scrollTo(-200,300)',
    'lang="he" dir="rtl"',
  ),
  '/wide': page(
    `<table>${Array.from({ length: 40 }, (_, r) => `<tr>${Array.from({ length: 13 }, (_c, c) => `<td>${r}·${c}</td>`).join('')}</tr>`).join('')}</table>`,
    `table{border-collapse:collapse}td{min-width:110px;height:32px;border:1px solid #9ab;padding:0 6px}`,
  ),
  '/frame': page(
    `${lines(20)}<iframe src="/inside" width="700" height="500" title="Inside"></iframe>${lines(25, 20)}`,
    'iframe{border:2px solid #357;display:block;margin:16px}',
  ),
  '/framed': page(
    `<iframe src="/inside" title="Inside"></iframe>`,
    'html,body{height:100%;overflow:hidden}iframe{border:0;width:100%;height:100%;display:block}',
  ),
  '/inside': page(lines(60, 200)),
  '/changing': page(
    `<div id="banner">A banner that goes away</div>${lines(40)}<div id="end"></div>`,
    `#banner{height:90px;background:#fd8;padding:30px}`,
    `let grown=false;addEventListener('scroll',()=>{if(scrollY>350)banner.style.height='60px';if(scrollY>500&&!grown){grown=true;setTimeout(()=>{end.insertAdjacentHTML('beforeend',${JSON.stringify(lines(20, 40))})},120)}})`,
  ),
  '/snap': page(
    Array.from({ length: 5 }, (_, n) => `<section>${lines(14, n * 14)}</section>`).join(''),
    `html{scroll-snap-type:y mandatory;scroll-behavior:smooth}section{scroll-snap-align:start;height:470px;overflow:hidden}`,
    'scrollTo({top:470,behavior:"instant"})',
  ),
  '/shadow': page(
    `<x-bar></x-bar>${lines(60)}`,
    '',
    `customElements.define('x-bar',class extends HTMLElement{connectedCallback(){const r=this.attachShadow({mode:'open'});const d=document.createElement('div');d.textContent='Bar of a component';d.setAttribute('style','position:fixed; top:0;left:0;right:0;height:50px;background:#708;color:#fff;padding:12px');r.append(d)}});document.body.style.paddingTop='50px'`,
  ),
  '/strict': page(
    lines(60) + '<div class="foot">Fixed footer</div>',
    '.foot{position:fixed;bottom:0;left:0;right:0;height:40px;background:#333;color:#fff}',
  ),
  '/long': page(lines(937)),
  '/hang': page(
    lines(60),
    '',
    `window.freeze=()=>setTimeout(()=>{const end=Date.now()+9000;while(Date.now()<end);},50)`,
  ),
};

export async function startHardPages(): Promise<HardPages> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://hard.invalid');
    void (async () => {
      const picture = pathname === '/picture';
      if (picture) await wait(150);
      const body = picture ? svg(Number(searchParams.get('n'))) : (HARD_PAGES[pathname] ?? '');
      const strict =
        pathname === '/strict'
          ? { 'content-security-policy': "default-src 'none'; style-src 'nonce-x'" }
          : {};
      response.writeHead(200, {
        'content-type': picture ? 'image/svg+xml' : 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        ...strict,
      });
      response.end(
        pathname === '/strict'
          ? body.replace('<style>', '<style nonce="x">').replaceAll(/ style="[^"]*"/g, '')
          : body,
      );
    })();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The hard pages got no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
