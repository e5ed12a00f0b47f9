// Reads the database as it lies on disk, past all of our own code: what the tests believe is what is stored.
import type { ExtensionPage } from '../../support/browser/driver.ts';

export interface StoredEntry {
  readonly ledger: string;
  readonly n: number;
  readonly kind: string;
  readonly issueId?: string;
  readonly sha256: string;
  readonly link: string;
  /** The canonical text; null once erased. */
  readonly json: string | null;
}

export interface Captured {
  readonly captureId: string;
  readonly key: string;
  readonly via: string;
  readonly pointedAt?: { readonly kind: string; readonly text?: string; readonly url?: string };
  readonly systemName?: string;
  readonly page: {
    readonly url: string | null;
    readonly host: string | null;
    readonly title: string;
    readonly state: string;
    readonly httpStatus?: number;
  };
  readonly picture: {
    readonly state: string;
    readonly sha256?: string;
    readonly width?: number;
    readonly height?: number;
    readonly scalePercent?: number;
    readonly reason?: string;
  };
  readonly evidence: {
    readonly state: string;
    readonly reason?: string;
    readonly requests?: readonly {
      readonly url: string;
      readonly status: number;
      readonly problem: string;
    }[];
    readonly requestsSeen?: number;
    readonly requestListFull?: boolean;
    readonly chips: readonly {
      readonly id: string;
      readonly kind: string;
      readonly label: string;
      readonly value: string;
    }[];
  };
  readonly environment: Readonly<Record<string, unknown>>;
  readonly masked: { readonly total: number };
}

/** Runs in the page. */
function readStore(name: string): Promise<unknown[]> {
  return new Promise((done, fail) => {
    const request = indexedDB.open('casebook');
    // Not there yet: looking at it must not create it.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => (request.error?.name === 'AbortError' ? done([]) : fail(request.error));
    request.onsuccess = () => {
      const database = request.result;
      // Otherwise this connection would block what the tests want to see work.
      database.onversionchange = () => database.close();
      const all = database.transaction(name).objectStore(name).getAll();
      all.onerror = () => fail(all.error);
      all.onsuccess = () => {
        database.close();
        done(all.result);
      };
    };
  });
}

export async function entriesOf(page: ExtensionPage): Promise<readonly StoredEntry[]> {
  const rows = await page.evaluate(readStore, 'entries');
  return rows as readonly StoredEntry[]; // as: rows of the table `entries`, see lib/storage/tables.ts
}

export async function pendingOf(page: ExtensionPage): Promise<number> {
  return (await page.evaluate(readStore, 'pending')).length;
}

export function bodyOf(entry: StoredEntry): Record<string, unknown> {
  return JSON.parse(entry.json ?? '{}').body ?? {};
}

export async function capturesOf(page: ExtensionPage): Promise<readonly Captured[]> {
  const entries = await entriesOf(page);
  return entries
    .filter((entry) => entry.kind === 'occurrence.captured' && entry.json !== null)
    .map((entry) => bodyOf(entry) as unknown as Captured); // as: the body of that kind, see lib/domain/issue/bodies.ts
}

/** Waits until a capture of that address (or the given number of captures) is on disk, and returns it. */
export async function captureOf(
  page: ExtensionPage,
  fits: (captured: Captured) => boolean,
  timeoutMs = 10_000,
): Promise<Captured> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const all = await capturesOf(page);
    const found = all.findLast(fits);
    if (found) return found;
    if (Date.now() > end) {
      const seen = all.map(({ page: at }) => at.url).join('\n');
      throw new Error(`No capture fits after ${timeoutMs} ms. There are ${all.length}:\n${seen}`);
    }
    await new Promise((next) => setTimeout(next, 60));
  }
}

interface Pixel {
  readonly colour: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
}

/** Colour of one pixel of a stored picture, at a place given in parts of its width and height. */
export async function pixelOf(page: ExtensionPage, sha256: string, x: number, y: number): Promise<Pixel> {
  return page.evaluate(
    (wanted: string, cssX: number, cssY: number) =>
      new Promise<Pixel>((done, fail) => {
        const request = indexedDB.open('casebook');
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const get = database.transaction('blobs').objectStore('blobs').get(wanted);
          get.onerror = () => fail(get.error);
          get.onsuccess = () => {
            database.close();
            void (async () => {
              const bitmap = await createImageBitmap(get.result.blob);
              const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
              const context = canvas.getContext('2d');
              if (!context) throw new Error('no canvas');
              context.drawImage(bitmap, 0, 0);
              const [r = 0, g = 0, b = 0] = context.getImageData(cssX, cssY, 1, 1).data;
              done({ colour: [r, g, b], width: bitmap.width, height: bitmap.height });
            })().catch(fail);
          };
        };
      }),
    sha256,
    x,
    y,
  );
}

/** Both within the few steps that JPEG moves a flat colour. */
export function sameColour(a: readonly number[], b: readonly number[], tolerance = 8): boolean {
  return a.length === b.length && a.every((value, index) => Math.abs(value - (b[index] ?? 0)) <= tolerance);
}
