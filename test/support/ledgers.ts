import { erasedEntry } from '../../lib/domain/ledger/entry.ts';
import type { ImportLine, ImportSource } from '../../lib/storage/types/import.ts';
import type { StoredBlob } from '../../lib/storage/types/picture.ts';
import type { Store } from '../../lib/storage/types/store.ts';
import { isPlaceOnly } from '../../lib/storage/withheld.ts';

/** What a full backup of a store holds. */
export async function backupOf(
  store: Store,
): Promise<{ lines: ImportLine[]; pictures: Map<string, StoredBlob> }> {
  const lines: ImportLine[] = [];
  for (const { ledger, n } of await store.ledgers()) {
    for (const line of await store.entries(ledger, 1, n)) {
      const { sha256, link, json, ...facts } = line;
      const place = { ledger, n: line.n, sha256, link };
      if (json !== null) lines.push({ ...place, json });
      else if (isPlaceOnly(line)) lines.push({ ...place, withheld: true });
      else lines.push({ ...place, erased: erasedEntry.parse({ ...facts, erased: true }) });
    }
  }
  const pictures = new Map<string, StoredBlob>();
  for (const sha256 of await store.usedPictureHashes()) {
    const picture = await store.picture(sha256);
    if ('blob' in picture) pictures.set(sha256, picture);
  }
  return { lines, pictures };
}

/** Such lines as an import reads them, `page` at a time. */
export function sourceOf(
  lines: readonly ImportLine[],
  pictures: ReadonlyMap<string, StoredBlob> = new Map(),
  page = 40,
): ImportSource {
  return {
    lines: async function* pages() {
      for (let i = 0; i < lines.length; i += page) yield await Promise.resolve(lines.slice(i, i + page));
    },
    picture: (sha256) => Promise.resolve(pictures.get(sha256) ?? null),
  };
}

/** Everything that a log shows: lines, issues, counters, pictures. Row numbers are a matter of the order things came in. */
export async function shownBy(store: Store, without: ReadonlySet<string> = new Set()): Promise<unknown> {
  const ledgers = (await store.ledgers())
    .filter(({ ledger }) => !without.has(ledger))
    .map(({ own: _own, ...head }) => head)
    .toSorted((a, b) => (a.ledger < b.ledger ? -1 : 1));
  const lines = await Promise.all(ledgers.map(({ ledger, n }) => store.entries(ledger, 1, n)));
  const keys = [
    ...(await store.keys({ scope: 'log', sort: 'newest' })),
    ...(await store.keys({ scope: 'trash', sort: 'newest' })),
  ];
  const rows = (await store.rows(keys)).map((row) => row && { ...row, row: 0 });
  const { all, trash } = await store.counts();
  return {
    ledgers,
    lines,
    rows: rows.toSorted((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1)),
    all,
    trash,
    pictures: await store.usedPictureHashes(),
  };
}
