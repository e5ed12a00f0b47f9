import { composePack } from '../../lib/app/packs/compose-pack.ts';
import type { PackOrder } from '../../lib/app/packs/pack-order.ts';
import { packHtml } from '../../lib/export/packs/pack-html.tsx';
import { MINUTE } from '../../lib/domain/time/instant.ts';
import { office } from './accounts.ts';
import { AS_OF, YEAR_BEGINS } from './oracle/year.ts';
import { packFacts, PLAIN_ORDER } from './packs.ts';
import { sampleYear, writeYear, yearProvider } from './sample-year.ts';
import { ok } from './storage.ts';

/** The generated year of as many issues, and its pack about the first of its providers in the wanted shape. HTML. */
export async function yearPacks(issues: number): Promise<(change: Partial<PackOrder>) => Promise<string>> {
  const desk = office();
  const year = sampleYear(issues);
  const [first] = year.issues;
  if (first === undefined) throw new Error('A year without an issue has no pack.');
  ok(await desk.directory.saveAll(year.things));
  await writeYear(desk.store, year);
  desk.profile.clock.ms = YEAR_BEGINS + AS_OF * MINUTE;
  await desk.follower.settled();
  const facts = await packFacts(desk, { providerId: yearProvider(first.provider) });
  return (change) => packHtml(composePack(facts, { ...PLAIN_ORDER, ...change }));
}
