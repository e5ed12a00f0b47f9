import { setTimeout as wait } from 'node:timers/promises';
import type { Driver } from '../support/browser/driver.ts';
import type { Evaluate } from '../support/browser/evaluate.ts';
import { audit, type Acknowledged, type Audit } from '../support/lab/audit.ts';
import { capturesSoFar, startCaptures, wakeBackground, type CapturesSoFar } from '../support/lab/captures.ts';
import { readRawLog } from '../support/lab/raw-log.ts';

/** `popup`: from the real popup after a real click, with pictures. `page`: from a page of the extension, without. */
export type SoakPath = 'popup' | 'page';

export interface SoakPlan {
  readonly path: SoakPath;
  readonly kills: number;
  /** Acknowledged captures before each kill. */
  readonly captures: number;
  /** Address of a web page to record. */
  readonly web: string;
  /** Told one line per kill. */
  readonly say?: (line: string) => void;
}

export interface SoakResult {
  readonly kills: number;
  readonly acknowledged: number;
  /** Asked for, not acknowledged when the browser died. */
  readonly unanswered: number;
  readonly pictures: number;
  readonly lost: readonly string[];
  readonly half: readonly string[];
  readonly twice: readonly string[];
  readonly broken: readonly string[];
}

/** At a time: Chromium gives two pictures a second, so the others come to wait for theirs and go without. */
const PARALLEL = 24;
const NO_PROGRESS_MS = 60_000;
const MOST_POPUPS = 5;
const MOST_STARTS = 5;
/** The background finishes an interrupted capture once nobody can be waiting for it any more. */
const RECOVERED_WITHIN_MS = 20_000;

/** Adds up what was recorded from several popups. */
interface Tally {
  readonly acked: Map<string, Acknowledged>;
  readonly sent: Set<string>;
  others: Readonly<Record<string, number>>;
  progress: number;
}

function add(tally: Tally, seen: CapturesSoFar): void {
  for (const id of seen.sent) tally.sent.add(id);
  for (const one of seen.acked) {
    if (!tally.acked.has(one.id)) tally.progress = Date.now();
    tally.acked.set(one.id, one);
  }
  tally.others = seen.others;
}

/** Where captures are asked for: a page, or a popup that may close by itself. */
interface Asker {
  readonly evaluate: Evaluate;
  isOpen(): Promise<boolean>;
}

/** Adds what the asker has seen; false when it is gone. A busy browser may not answer for a while. */
async function look(asker: Asker, tally: Tally): Promise<boolean> {
  try {
    add(tally, await capturesSoFar(asker.evaluate));
  } catch {
    if (!(await asker.isOpen())) return false;
  }
  if (Date.now() - tally.progress < NO_PROGRESS_MS) return true;
  throw new Error(
    `Nothing was recorded for a minute: ${tally.acked.size} so far, ${JSON.stringify(tally.others)}.`,
  );
}

/** False when the asker was gone before there were enough. Starting twice is starting once. */
async function recordUntil(asker: Asker, wanted: number, tally: Tally): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      await startCaptures(asker.evaluate, PARALLEL);
      break;
    } catch (error) {
      if (!(await asker.isOpen())) return false;
      if (tries === MOST_STARTS) throw error;
      await wait(200);
    }
  }
  while (tally.acked.size < wanted) {
    await wait(40);
    if (!(await look(asker, tally))) return false;
  }
  // Not right after an answer: the kill may come at any moment of a capture.
  await wait(Math.random() * 150);
  await look(asker, tally);
  return true;
}

/** Never the same picture twice: equal pictures are stored once. */
function keepChanging(): void {
  setInterval(() => {
    document.body.style.background = `hsl(${Math.floor(Math.random() * 360)} 60% 80%)`;
    const line = document.createElement('p');
    line.textContent = `${Date.now()} ${Math.random()}`;
    document.body.append(line);
    if (document.body.children.length > 30) document.body.children[1]?.remove();
  }, 40);
}

async function record(driver: Driver, { path, web, captures }: SoakPlan): Promise<Tally> {
  const tally: Tally = { acked: new Map(), sent: new Set(), others: {}, progress: Date.now() };
  if (path === 'page') {
    const page = await driver.openExtensionPage('options.html');
    await recordUntil({ evaluate: page.evaluate, isOpen: async () => true }, captures, tally);
    return tally;
  }
  const tab = await driver.openPage(web);
  await tab.evaluate(keepChanging);
  // A popup closes whenever something else gets the focus, such as the welcome page: click again, as people do.
  for (let popups = 0; popups < MOST_POPUPS; popups += 1) {
    if (await recordUntil(await driver.clickToolbar(tab), captures, tally)) return tally;
  }
  throw new Error(`The popup closed by itself ${MOST_POPUPS} times.`);
}

/** Reads the database; before that, waits until the background has finished what the kill interrupted. */
async function examine(
  driver: Driver,
  acknowledged: readonly Acknowledged[],
  settle: boolean,
): Promise<Audit> {
  const page = await driver.openExtensionPage('options.html');
  const end = Date.now() + RECOVERED_WITHIN_MS;
  let log = await readRawLog(page.evaluate);
  while (settle && log.pending.length > 0 && Date.now() < end) {
    await wakeBackground(page.evaluate).catch(() => undefined);
    await wait(500);
    log = await readRawLog(page.evaluate);
  }
  await page.close();
  const found = audit(log, acknowledged);
  if (!settle || log.pending.length === 0) return found;
  return { ...found, broken: [...found.broken, `${log.pending.length} captures were never finished`] };
}

/** Records through the real code, kills the whole browser, starts it again, and looks at what is on disk. */
export async function soak(driver: Driver, plan: SoakPlan): Promise<SoakResult> {
  const acknowledged: Acknowledged[] = [];
  let sent = 0;
  let found: Audit = { captures: 0, pictures: 0, lost: [], half: [], twice: [], broken: [] };
  for (let kill = 1; kill <= plan.kills; kill += 1) {
    const seen = await record(driver, plan);
    await driver.kill9();
    acknowledged.push(...seen.acked.values());
    sent += seen.sent.size;
    found = await examine(driver, acknowledged, kill === plan.kills);
    const { lost, half, twice, broken } = found;
    plan.say?.(
      `${driver.name} ${plan.path}: kill ${kill} of ${plan.kills}, ${acknowledged.length} acknowledged, ${found.captures} on disk, ${found.pictures} pictures, ${lost.length} lost, ${half.length} half, ${twice.length} twice`,
    );
    if (lost.length + half.length + twice.length + broken.length > 0) break;
  }
  return {
    kills: plan.kills,
    acknowledged: acknowledged.length,
    unanswered: sent - acknowledged.length,
    pictures: found.pictures,
    lost: found.lost,
    half: found.half,
    twice: found.twice,
    broken: found.broken,
  };
}
