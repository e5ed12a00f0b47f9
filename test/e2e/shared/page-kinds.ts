import { describe, expect, it } from 'vitest';
import type { Bench } from './bench.ts';
import { captureOf, capturesOf, pixelOf, sameColour, type Captured } from './records.ts';

interface Kind {
  readonly what: string;
  /** Path on the portal, a path where nothing answers after `GONE`, or a whole address. */
  readonly address: string;
  /** `false`: a page that never finishes loading or shows an error. */
  readonly wait?: boolean;
  /** Runs in the page until it gives true: what must have happened before the click. */
  readonly ready?: () => boolean;
  /** The title as it must be stored; none where the browser does not tell. */
  readonly title?: string | RegExp;
  readonly check?: (captured: Captured, bench: Bench) => void;
  /** No picture can be taken there, or none of the size of the window. */
  readonly noPicture?: boolean;
  /** The address is not told by the browser. */
  readonly noAddress?: boolean;
  /** Colour of the picture in the middle of the block that /colour draws. */
  readonly colour?: readonly [number, number, number];
}

const chipValues = (captured: Captured) => captured.evidence.chips.map(({ value }) => value).join(' | ');

/** Pages of the web: the same in both browsers. */
export const WEB_PAGES: readonly Kind[] = [
  {
    what: 'a healthy page',
    address: '/healthy/page',
    title: /^Page/,
    check: (c) => expect(c.page.state).toBe('ok'),
  },
  {
    what: 'a page whose requests failed',
    address: '/invoices',
    ready: () => document.body.dataset['done'] === 'yes',
    title: 'Invoices – Acme ERP',
    check(captured) {
      const failed = captured.evidence.requests?.filter(({ status }) => status === 503) ?? [];
      expect(failed).toHaveLength(3);
      expect(failed.every(({ url }) => url.includes('/api/invoices'))).toBe(true);
      expect(
        captured.evidence.requests?.some((r) => r.problem === 'slow' && r.url.includes('/api/slow')),
      ).toBe(true);
      expect(chipValues(captured)).toContain('8f2c77d0-51aa-4f0e-9d3b-0f6e1c2a9b44');
    },
  },
  {
    what: 'a server error',
    address: '/500',
    title: '500 – Acme ERP',
    check(captured) {
      expect(captured.page).toMatchObject({ state: 'http-error', httpStatus: 500 });
      expect(chipValues(captured)).toContain('3f1b6f0e-7d0a-4c53-8f0e-2a9d9c6b1e77');
      expect(chipValues(captured)).toContain('c0ffee12-aaaa-4bbb-8ccc-1234567890ab');
    },
  },
  {
    what: 'a page that is not there',
    address: '/404',
    title: 'Not found – Acme ERP',
    check: (c) => expect(c.page).toMatchObject({ state: 'http-error', httpStatus: 404 }),
  },
  {
    what: 'an error id on the page',
    address: '/error-id',
    title: 'Order 4711 – Acme ERP',
    check(captured) {
      expect(chipValues(captured)).toContain('ACME-4032');
      expect(chipValues(captured)).toContain('7d1f0c9e8b6a5432');
    },
  },
  {
    what: 'a German error',
    address: '/german',
    title: 'Rechnungen – Übersicht',
    check: (captured) => expect(chipValues(captured)).toContain('RG-1207'),
  },
  {
    what: 'a known colour',
    address: '/colour?c=d13f8a',
    title: 'Colour d13f8a',
    colour: [0xd1, 0x3f, 0x8a],
  },
  {
    what: 'a page with a frame',
    address: '/iframe',
    title: 'Frame – Acme ERP',
    check: (captured) => expect(captured.evidence.state).toBe('present'),
  },
  {
    what: 'a page that changed its address itself',
    address: '/spa',
    ready: () => {
      if (location.pathname === '/spa') document.querySelector('button')?.click();
      return location.pathname === '/spa/order/4711';
    },
    title: 'Order 4711 – Acme ERP',
    check: (captured, { portal }) =>
      expect(captured.page.url).toBe(`${portal.origin}/spa/order/4711?view=lines`),
  },
  {
    what: 'a redirect',
    address: '/redirect',
    title: 'Order 4711 – Acme ERP',
    check: (captured, { portal }) => expect(captured.page.url).toBe(`${portal.origin}/error-id`),
  },
  {
    what: 'more requests than the browser remembers',
    address: '/many',
    ready: () => document.body.dataset['done'] === 'yes',
    title: 'Dashboard – Acme ERP',
    check(captured) {
      expect(captured.evidence.requestListFull).toBe(true);
      expect(captured.evidence.requestsSeen).toBeGreaterThanOrEqual(250);
    },
  },
  {
    what: 'a token in the address',
    address: '/login?token=PortalCanaryToken0123456789abcdef',
    title: 'Sign in – Acme ERP',
    check(captured) {
      expect(JSON.stringify(captured)).not.toContain('PortalCanaryToken');
      expect(captured.masked.total).toBeGreaterThan(0);
    },
  },
  {
    what: 'a page that never finishes loading',
    address: '/hang',
    wait: false,
    check: (captured) => expect(captured.page.url).toContain('/hang'),
  },
  {
    what: 'a PDF',
    address: '/pdf',
    check: (captured) => expect(captured.page.url).toContain('/pdf'),
  },
  {
    what: 'a server that is not there',
    address: 'GONE/refused',
    check(captured, { gone }) {
      expect(captured.page.state).toBe('error-page');
      expect(captured.page.url).toBe(`${gone}/refused`);
    },
  },
  {
    what: 'a name that does not exist',
    address: 'http://no-such-host.invalid/',
    check: (captured) => expect(captured.page.state).toBe('error-page'),
  },
  {
    what: 'a blank page',
    address: 'about:blank',
    noPicture: true,
    noAddress: true,
    check: (captured) => expect(captured.page.state).toBe('restricted'),
  },
];

/** Real toolbar clicks on every kind of page, with the permissions of the manifest only. */
export function pageKinds(bench: () => Bench, kinds: readonly Kind[]): void {
  describe('a click records', () => {
    it.each(kinds.map((kind) => [kind.what, kind] as const))('%s', async (_what, kind) => {
      const { driver, portal, gone, reader } = bench();
      const address = kind.address.replace(/^\//, `${portal.origin}/`).replace('GONE', gone);
      const tab = await driver.openPage(address, { wait: kind.wait ?? true });
      const { ready } = kind;
      if (ready) {
        await expect
          .poll(() => tab.evaluate(ready).catch(() => false), { timeout: 15_000, interval: 100 })
          .toBe(true);
      }
      if (kind.wait === false) await new Promise((done) => setTimeout(done, 700));
      const before = new Set((await capturesOf(reader)).map((c) => c.captureId));
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      const captured = await captureOf(reader, ({ captureId }) => !before.has(captureId));

      if (!kind.noAddress && !kind.check) expect(captured.page.url).toBe(address);
      if (kind.title !== undefined) expect(captured.page.title).toMatch(kind.title);
      kind.check?.(captured, bench());
      expect(captured.picture.state === 'present' || captured.picture.reason !== undefined).toBe(true);
      if (!kind.noPicture) {
        expect(captured.picture).toMatchObject({ state: 'present' });
        const scale = (captured.picture.scalePercent ?? 100) / 100;
        const pixel = await pixelOf(reader, captured.picture.sha256 ?? '', 250 * scale, 250 * scale);
        expect(pixel).toMatchObject({ width: captured.picture.width, height: captured.picture.height });
        expect(pixel.height).toBeGreaterThan(500);
        if (kind.colour) expect(sameColour(pixel.colour, kind.colour), pixel.colour.join()).toBe(true);
      }
      await driver.dismissPopup();
      await tab.close();
    });
  });
}
