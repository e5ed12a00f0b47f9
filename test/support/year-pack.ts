import { composePack } from '../../lib/app/packs/compose-pack.ts';
import type { PackIssue } from '../../lib/app/packs/pack-facts.ts';
import type { PackOrder } from '../../lib/app/packs/pack-order.ts';
import { bytesOf, type PackPicture, type PackPictures } from '../../lib/app/packs/pack-pictures.ts';
import type { DirectoryThing } from '../../lib/domain/directory/read-entry.ts';
import { crc32 } from '../../lib/domain/evidence/crc32.ts';
import { sha256Hex } from '../../lib/domain/ledger/chain.ts';
import { packFile } from '../../lib/export/packs/pack-file.ts';
import { MINUTE } from '../../lib/domain/time/instant.ts';
import { office } from './accounts.ts';
import { drawnPng } from './drawn-png.ts';
import { heldEntries } from './held.ts';
import { AS_OF, YEAR_BEGINS } from './oracle/year.ts';
import { packFacts, PLAIN_ORDER } from './packs.ts';
import { sampleYear, writeYear, yearProvider, type SampleYear } from './sample-year.ts';
import { makeCapture, seedCaptureId, seedIssueId } from './seed.ts';
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

/** The agreements of the year also promise a share of every month, with credits. */
function withAvailability({ things }: SampleYear): DirectoryThing[] {
  const availability = {
    targetMilliPercent: 99_500,
    unit: 'minutes',
    wholeMinutesOnly: true,
    excludesMaintenance: false,
    downPriority: 2,
  } as const;
  const creditTiers = [{ belowMilliPercent: 99_500, creditPercent: 10 }];
  return things.map((thing) => {
    if (thing.kind !== 'agreement') return thing;
    const versions = thing.value.versions.map((one) => ({ ...one, availability, creditTiers }));
    return { kind: 'agreement', value: { ...thing.value, versions } };
  });
}

/** More than the pages show keep coming back: each is seen three times more in the week after its first. */
async function seenAgain({ store }: ReturnType<typeof office>, { issues }: SampleYear): Promise<void> {
  const [first] = issues;
  const some = issues.flatMap(({ provider, given }, i) =>
    provider === first?.provider ? [{ i: i + 1, at: given.occurred ?? 0 }] : [],
  );
  for (const { i, at } of some.slice(0, 6))
    for (const days of [2, 4, 6]) {
      const id = 10_000 + i * 10 + days;
      const seen = new Date(YEAR_BEGINS + at * MINUTE + days * DAY).toISOString();
      const { body } = makeCapture(i);
      ok(
        await store.append(
          makeCapture(id, {
            at: seen,
            issueId: seedIssueId(i),
            body: { captureId: seedCaptureId(id), page: body.page },
          }),
        ),
      );
    }
}

/** Three pictures of an issue: a window, a phone, and a whole page that is far longer than any paper. */
const SIZES = [
  [1280, 720],
  [390, 844],
  [600, 3000],
] as const;

function picturesOf(issue: PackIssue, drawn: readonly Uint8Array<ArrayBuffer>[]): PackPicture[] {
  const key = issue.shared?.key ?? '';
  return SIZES.map(([width, height], at) => {
    const data = drawn[at] ?? new Uint8Array();
    const sha256 = sha256Hex(data);
    const blob = new Blob([data], { type: 'image/png' });
    const content = { blob, bytes: data.length, crc32: crc32(data), mime: 'image/png' };
    const file = `pictures/${key}-${at + 1}.png`;
    const when = { at: new Date(YEAR_BEGINS).toISOString(), offsetMin: 60, n: at + 1 };
    return { id: `${key}-${at}`, file, sha256, width, height, caption: 'As it was', ...when, content };
  });
}

/** What can be asked of the pack of a year: `illustrated` of its issues come with three pictures each. */
type Wish = Partial<PackOrder> & Readonly<{ illustrated?: number }>;

/** The generated year of as many issues, and its pack about the first of its providers in the wanted shape. HTML. */
export async function yearPacks(issues: number): Promise<(wish: Wish) => Promise<string>> {
  const desk = office();
  const year = sampleYear(issues);
  const [first] = year.issues;
  if (first === undefined) throw new Error('A year without an issue has no pack.');
  ok(await desk.directory.saveAll(withAvailability(year)));
  await writeYear(desk.store, year);
  await seenAgain(desk, year);
  desk.profile.clock.ms = YEAR_BEGINS + AS_OF * MINUTE;
  const providerId = yearProvider(first.provider);
  ok(await desk.store.append(heldWith(providerId, desk.profile.clock.ms - 30 * DAY)));
  await desk.follower.settled();
  const facts = await packFacts(desk, { providerId });
  const drawn = SIZES.map(([width, height]) => drawnPng(width, height));
  return async ({ illustrated = 0, ...change }) => {
    const some = facts.issues.slice(0, illustrated);
    const pictures: PackPictures = new Map(some.map((one) => [one.row.id, picturesOf(one, drawn)]));
    const order = { ...PLAIN_ORDER, pictured: new Set(pictures.keys()), ...change };
    const made = await packFile(composePack(facts, order, pictures), bytesOf(pictures), 'year');
    if (made === null) throw new Error('The pictures of the year are in memory.');
    return made.blob.text();
  };
}
