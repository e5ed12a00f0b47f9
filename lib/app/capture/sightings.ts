import type { Glance, RawPicture, Screenshooter, Shot } from '../../capture/screenshot.ts';
import { preparePicture, withScale } from '../../capture/picture.ts';
import type { ReadyPicture } from '../../capture/picture.ts';
import type { ProbeOutcome } from '../../capture/page-evidence.ts';
import { reasonOfAddress } from '../../capture/reason-of-error.ts';
import type { TabFacts } from '../../capture/tab-facts.ts';
import type { Machine } from '../../capture/environment.ts';
import type { Picture } from '../../domain/issue/picture.ts';
import type { ReasonCode } from '../../domain/evidence/reason.ts';

/** The browser, as far as a capture needs it. */
export type Eyes = Readonly<{
  activeTab(): Promise<TabFacts | null>;
  screenshooter: Screenshooter;
  evidence(tab: TabFacts): Promise<ProbeOutcome>;
  /** What the browser shows in place of a page, when only a second look at the tab tells. */
  shownAtLast(tab: TabFacts): Promise<TabFacts['shows']>;
  machine(): Promise<Machine>;
  zoom(tabId: number): Promise<number | null>;
  prepare?: typeof preparePicture;
}>;

export type Sighting = Readonly<{
  picture: Picture;
  ready: ReadyPicture | null;
  outcome: ProbeOutcome;
  machine: Machine;
  zoomPercent: number | null;
  changedDuringCapture: boolean;
}>;

/**
 * Looks at a tab: the picture is asked for first, so that nothing of ours can be in it; the page is read while the browser
 * draws. All is asked before this returns its promise. Each call has its own time limit, so this always answers.
 * `absent`: why there is no tab to look at. `glance`: a picture that was asked for before.
 * `early` hears what this will say if the tab is still the same after the picture, which is asked at that moment.
 */
export async function lookAt(
  tab: TabFacts | null,
  format: 'jpeg' | 'png',
  eyes: Eyes,
  absent: ReasonCode = 'closed',
  glance: Glance | null = null,
  early?: (likely: Sighting) => void,
): Promise<Sighting> {
  if (tab === null) {
    const gone: Picture = { state: 'missing', reason: absent };
    const outcome: ProbeOutcome = { ok: false, reason: absent };
    return {
      picture: gone,
      ready: null,
      outcome,
      machine: await eyes.machine(),
      zoomPercent: null,
      changedDuringCapture: false,
    };
  }
  const prepare = eyes.prepare ?? preparePicture;
  let preparing: ReturnType<typeof prepare> | null = null;
  let parts: Promise<Parts> | null = null;
  const begun = (picture: RawPicture): void => {
    preparing = prepare(picture);
    void Promise.all([parts, preparing]).then(
      ([known, prepared]) => {
        if (known && prepared)
          early?.(sightingOf(tab, known, { ok: true, changedDuringCapture: false }, prepared));
      },
      () => undefined,
    );
  };
  const shot = eyes.screenshooter.shoot(tab, format, begun, undefined, glance);
  parts = Promise.all([read(tab, eyes), eyes.zoom(tab.tabId), eyes.machine()]);
  const [known, shown] = await Promise.all([parts, shot]);
  return sightingOf(tab, known, shown, shown.ok ? await (preparing ?? prepare(shown.picture)) : null);
}

/** What the page, the tab's zoom and the machine told. */
type Parts = readonly [ProbeOutcome, number | null, Machine];
type Shown = Readonly<{ ok: true; changedDuringCapture: boolean }> | Extract<Shot, { ok: false }>;

function sightingOf(
  tab: TabFacts,
  [outcome, zoomPercent, machine]: Parts,
  shown: Shown,
  prepared: ReadyPicture | null,
): Sighting {
  const viewport = outcome.ok ? outcome.probe.environment.viewport.width : undefined;
  const ready = prepared ? withScale(prepared, viewport) : null;
  return {
    picture: ready ? ready.facts : { state: 'missing', reason: reasonOfShot(shown, outcome, tab) },
    ready,
    outcome: seenOutcome(outcome, tab, shown.ok),
    machine,
    zoomPercent,
    changedDuringCapture: shown.changedDuringCapture,
  };
}

/** A look whose likely result is worth working with before the last word on it. */
type SeenTwice = Readonly<{
  first: Promise<Sighting>;
  last: Promise<Sighting>;
  /** Whether the last word agrees with the first; null while it is not spoken. */
  sure: () => boolean | null;
}>;

export function seenTwice(look: (early: (likely: Sighting) => void) => Promise<Sighting>): SeenTwice {
  let agrees: boolean | null = null;
  let guessed = false;
  let settle: (sighting: Sighting) => void = () => undefined;
  const likely = new Promise<Sighting>((resolve) => {
    settle = resolve;
  });
  const last = look((early) => {
    guessed = true;
    settle(early);
  });
  const known = last.then(
    (sighting) => {
      agrees = !guessed || (sighting.ready !== null && !sighting.changedDuringCapture);
      return sighting;
    },
    (error: unknown) => {
      agrees = false;
      throw error;
    },
  );
  known.catch(() => undefined);
  return { first: Promise.race([likely, known]), last: known, sure: () => agrees };
}

/** The page's own answer. A refusal at a web address is looked into while the browser draws the picture. */
async function read(tab: TabFacts, eyes: Eyes): Promise<ProbeOutcome> {
  const outcome = await eyes.evidence(tab);
  if (outcome.ok || tab.url === null || sharper(outcome.reason, tab, true) !== 'not-allowed') return outcome;
  const shown = await eyes.shownAtLast(tab);
  return shown === null ? outcome : { ok: false, reason: shown };
}

function reasonOfShot(shown: Shown, outcome: ProbeOutcome, tab: TabFacts): ReasonCode {
  if (shown.ok) return 'too-large';
  // The script's error names the kind of page more often than the picture's.
  if (shown.reason === 'failed' && !outcome.ok && outcome.reason !== 'failed')
    return sharper(outcome.reason, tab, false);
  return sharper(shown.reason, tab, false);
}

function seenOutcome(outcome: ProbeOutcome, tab: TabFacts, pictured: boolean): ProbeOutcome {
  if (!outcome.ok) return { ok: false, reason: sharper(outcome.reason, tab, pictured) };
  // Firefox: a new tab whose first page never comes is about:blank, which says nothing about the page waited for.
  return tab.loading && tab.url === 'about:blank' ? { ok: false, reason: 'hung' } : outcome;
}

const VAGUE: readonly ReasonCode[] = ['failed', 'not-allowed'];

/** What the browser's words leave open, the tab itself may tell. Chromium hides the addresses of pages it guards. */
function sharper(reason: ReasonCode, tab: TabFacts, pictured: boolean): ReasonCode {
  if (!VAGUE.includes(reason)) return reason;
  if (tab.crashed) return 'crashed';
  const guarded = reasonOfAddress(tab.url) ?? tab.shows;
  if (guarded) return guarded;
  if (tab.url !== null) return reason;
  // Without an address and still loading: the first page of this tab never came.
  if (tab.loading) return 'hung';
  // chrome: pages are named in the error; what gives a picture but no script is data:. The rest (about:blank,
  // view-source:, developer tools) cannot be told apart.
  return pictured ? 'data-page' : 'not-allowed';
}
