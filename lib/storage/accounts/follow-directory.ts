import { concernedBy, digestOf, mayFit, type Concerned } from '../../domain/accountability/concerned.ts';
import { HOST } from '../counters.ts';
import { readMarker } from './change-rows.ts';
import { renew } from './renew.ts';
import { commit, type Work } from './work.ts';

/** Rows of the accounts that a changed directory may change. */
async function rowsOf({ gen, tables }: Work, concerned: Concerned): Promise<number[]> {
  const { rows } = tables;
  if (concerned.all) return rows.toCollection().primaryKeys();
  const { providers, systems, hosts, handmade } = concerned;
  const whole = (index: string, value: string) =>
    rows.where(index).between([value, -Infinity], [value, Infinity], true, true).primaryKeys();
  const tallies = await gen.counters.where('key').startsWith(HOST).primaryKeys();
  const fitting = tallies
    .map((key) => key.slice(HOST.length))
    .filter((host) => (host === '' ? handmade : hosts.some((pattern) => mayFit(host, pattern))));
  const found = await Promise.all([
    ...[...providers].map((id) => whole('[p+r]', id)),
    ...[...systems].map((id) => whole('[s+r]', id)),
    ...fitting.map((host) =>
      gen.issues
        .where('[t+v.host+r]')
        .between([0, host, -Infinity], [0, host, Infinity], true, true)
        .primaryKeys(),
    ),
  ]);
  return [...new Set(found.flat())].sort((a, b) => a - b);
}

/** Makes anew what a changed directory may change. */
export async function followDirectory(work: Work): Promise<void> {
  const { tables, options } = work;
  const marker = await readMarker(tables);
  const digest = digestOf(options.directory);
  if (marker === null || JSON.stringify(marker.digest) === JSON.stringify(digest)) return;
  const rows = await rowsOf(work, concernedBy(marker.digest, digest));
  await renew(work, rows, options.onProgress);
  await commit(work, { puts: [], gone: [], marker: { digest } });
}
