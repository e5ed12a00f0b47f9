// Built into one script by test/support/bundle.ts and run in a page of the extension (see year.ts).
import { createProviderDesk } from '../../lib/app/accounts/provider-desk.ts';
import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import { inMinutes } from '../support/oracle/in-minutes.ts';
import { AS_OF, YEAR_BEGINS } from '../support/oracle/year.ts';
import { sampleYear, yearProvider } from '../support/sample-year.ts';
import { makeCapture } from '../support/seed.ts';
import { openStore, servicesOf } from './accounts-setup.ts';

const MINUTE = 60_000;

export type StoredYear = Readonly<{
  entries: number;
  writeMs: number;
  followMs: number;
  /** By provider, in the words of the oracle. */
  boards: Readonly<Record<string, ReturnType<typeof inMinutes>>>;
}>;

/**
 * Writes a generated year down, follows it, and gives the boards of its providers as the screen has them.
 * @public called in the page, see year.ts
 */
export async function storedYear(issues: number): Promise<StoredYear> {
  const asOf = new Date(YEAR_BEGINS + AS_OF * MINUTE);
  const year = sampleYear(issues);
  const store = openStore('bench-year', () => asOf);
  const { kind: _kind, body: _body, issueId: _issue, ...frame } = makeCapture(1);
  let entries = 0;
  function* all(): Generator<NewEntry> {
    for (const { kind, value } of year.things) yield { ...frame, kind: `${kind}.saved`, body: { value } };
    for (const lines of year.entries()) {
      entries += lines.length;
      yield* lines;
    }
  }
  let started = performance.now();
  const written = await store.appendMany(all());
  if (!written.ok) throw new Error(`Writing failed: ${written.code}.`);
  await store.settled();
  const writeMs = performance.now() - started;
  const deps = servicesOf(store, () => asOf);
  started = performance.now();
  await deps.follower.settled();
  const followMs = performance.now() - started;
  const boards: Record<string, ReturnType<typeof inMinutes>> = {};
  for (const side of new Set(year.issues.map(({ provider }) => provider))) {
    const desk = createProviderDesk({ ...deps, store, now: () => asOf }, yearProvider(side));
    await desk.update(await desk.beside(), null);
    const board = desk.board(null);
    if (board === null) throw new Error('The board is there once it was read.');
    boards[side.name] = inMinutes(board.board);
  }
  store.close();
  return { entries, writeMs, followMs, boards };
}
