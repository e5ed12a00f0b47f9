import type { Page } from 'puppeteer-core';
import type { Bench } from './bench.ts';
import { folderOf, type Copy } from './copies.ts';
import { compare, quantile, type SectionResult } from './figures.ts';

const ROUNDS = 6;
const PAIRS = 4;
const FULL = 10_000;
/** Chromium allows two pictures a second. */
const PICTURE_PAUSE_MS = 620;

interface Times {
  readonly product: number[];
  readonly raw: number[];
}

/**
 * Runs in the real popup. One capture of the product: message to the background, answer when it is on disk. One raw
 * capture in the same place: picture of the same format, decoded, put strictly into a database of its own.
 */
async function oneCapture(kind: 'product' | 'raw'): Promise<number> {
  const api = Reflect.get(globalThis, 'chrome');
  if (kind === 'product') {
    const captureId = crypto.randomUUID();
    const started = performance.now();
    const view = await api.runtime.sendMessage({ verb: 'capture.again-anyway', captureId });
    const took = performance.now() - started;
    if (view.state !== 'recorded' || view.picture.state !== 'present')
      throw new Error(
        `The capture was not recorded with a picture: ${view.state} ${view.picture?.reason ?? ''}`,
      );
    return took;
  }
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('bench-raw', 1);
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore('pictures', { autoIncrement: true }),
    );
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error));
  });
  const started = performance.now();
  const url: string = await api.tabs.captureVisibleTab(undefined, { format: 'jpeg', quality: 92 });
  const base64 = url.slice(url.indexOf(',') + 1);
  // The fastest way there is, as ours: a callback per byte would make the raw way look 8 ms slower than it is.
  const decode: (text: string) => Uint8Array<ArrayBuffer> = Reflect.get(Uint8Array, 'fromBase64');
  const bytes = decode.call(Uint8Array, base64);
  const blob = new Blob([bytes], { type: 'image/jpeg' });
  await new Promise<void>((done, fail) => {
    const transaction = db.transaction('pictures', 'readwrite', { durability: 'strict' });
    transaction.objectStore('pictures').put({ blob, at: Date.now() });
    transaction.addEventListener('complete', () => done());
    transaction.addEventListener('abort', () => fail(transaction.error));
  });
  const took = performance.now() - started;
  db.close();
  return took;
}

async function measure(bench: Bench, popup: Page, times: Times, rounds: number): Promise<void> {
  // The popup's own capture comes first and is not measured.
  await bench.rest(2 * PICTURE_PAUSE_MS);
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const order = (rounds + pair) % 2 === 0 ? (['product', 'raw'] as const) : (['raw', 'product'] as const);
    for (const kind of order) {
      times[kind].push(await popup.evaluate(oneCapture, kind));
      await bench.rest(PICTURE_PAUSE_MS);
    }
  }
}

/** On a machine that also does other things the lower quartile is less of those. */
function lowerQuartiles(what: string, { product, raw }: Times): string {
  const [ours, theirs] = [quantile(product, 0.25), quantile(raw, 0.25)];
  return `${what}: ${ours.toFixed(1)} ms against ${theirs.toFixed(1)} ms (${(ours / theirs).toFixed(2)}×)`;
}

export async function captureSection(bench: Bench): Promise<SectionResult> {
  const { browser, portal } = await bench.openSeeded(
    'capture',
    [{ copy: 'capture-full', issues: FULL }],
    ['capture-empty'],
  );
  const page = await browser.browser.newPage();
  await page.goto(`${portal.origin}/invoices`, { waitUntil: 'networkidle0' });
  const empty: Times = { product: [], raw: [] };
  const full: Times = { product: [], raw: [] };
  const sessions: readonly (readonly [Copy, Times])[] = [
    ['capture-empty', empty],
    ['capture-full', full],
  ];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [copy, times] of round % 2 === 0 ? sessions : sessions.toReversed()) {
      const { popup } = await browser.click(page, folderOf(copy));
      await measure(bench, popup, times, round);
      await popup.close().catch(() => undefined);
      await bench.rest(PICTURE_PAUSE_MS);
    }
  }
  const named = 'raw picture + raw strict put';
  return {
    figures: [
      compare({
        what: 'Capture → on disk and acknowledged, empty log',
        ours: empty.product,
        against: empty.raw,
        named,
        atMost: 1.3,
      }),
      compare({
        what: `The same with ${FULL.toLocaleString('en')} issues`,
        ours: full.product,
        against: full.raw,
        named,
        atMost: 1.3,
      }),
      compare({
        what: `${FULL.toLocaleString('en')} issues against an empty log`,
        ours: full.product,
        against: empty.product,
        named: 'empty log',
        atMost: 1.15,
      }),
    ],
    notes: [
      `Measured in the real popup on a page of the sample portal, 1280 × 720, JPEG: ${ROUNDS * PAIRS} captures each way and each log, alternating.`,
      'Ours reads the tab, its address, its timings and its texts, scrubs, hashes, chains, writes two strict transactions and answers; the raw way is one picture and one strict put of its bytes.',
      `Lower quartiles, ${lowerQuartiles('empty log', empty)}, ${lowerQuartiles('full log', full)}.`,
      'Flat means at most 1.15×: what two runs of the same differ by on a small machine.',
    ],
  };
}
