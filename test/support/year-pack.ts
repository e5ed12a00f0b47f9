import { composePack } from '../../lib/app/packs/compose-pack.ts';
import type { PackOrder } from '../../lib/app/packs/pack-order.ts';
import { packHtml } from '../../lib/export/packs/pack-html.tsx';
import { MINUTE } from '../../lib/domain/time/instant.ts';
import { office } from './accounts.ts';
import { heldEntries } from './held.ts';
import { AS_OF, YEAR_BEGINS } from './oracle/year.ts';
import { packFacts, PLAIN_ORDER } from './packs.ts';
import { sampleYear, writeYear, yearProvider } from './sample-year.ts';
import { ok } from './storage.ts';

const DAY = 24 * 60 * MINUTE;
const DECIDED = [
  ['us', 'We report within an hour and name the page, the time and the team'],
  ['us', 'One person of ours answers questions, with a deputy for holidays'],
  ['provider', 'The patch for saving invoices is installed in the test system first'],
  ['provider', 'Every cause is told in writing within ten working days of the fix'],
  ['provider', 'A ticket is closed only after we have checked the fix'],
  [undefined, 'We meet every quarter, in turn at either side'],
] as const;

/** Six decisions, one of them none's: more than the pages show. */
const heldWith = (providerId: string, at: number) =>
  heldEntries({
    id: 'c-year',
    providerId,
    startedAt: new Date(at).toISOString(),
    endedAt: new Date(at + 60 * MINUTE).toISOString(),
    decisions: DECIDED.map(([owner, text], i) => ({
      id: `d-${i}`,
      text,
      ...(owner === undefined
        ? {}
        : { owner, due: new Date(at + (i + 1) * 7 * DAY).toISOString(), promiseId: `p-${i}` }),
    })),
  });

/** The generated year of as many issues, and its pack about the first of its providers in the wanted shape. HTML. */
export async function yearPacks(issues: number): Promise<(change: Partial<PackOrder>) => Promise<string>> {
  const desk = office();
  const year = sampleYear(issues);
  const [first] = year.issues;
  if (first === undefined) throw new Error('A year without an issue has no pack.');
  ok(await desk.directory.saveAll(year.things));
  await writeYear(desk.store, year);
  desk.profile.clock.ms = YEAR_BEGINS + AS_OF * MINUTE;
  const providerId = yearProvider(first.provider);
  ok(await desk.store.append(heldWith(providerId, desk.profile.clock.ms - 30 * DAY)));
  await desk.follower.settled();
  const facts = await packFacts(desk, { providerId });
  return (change) => packHtml(composePack(facts, { ...PLAIN_ORDER, ...change }));
}
