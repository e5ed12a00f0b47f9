import type { Evaluate, RunExpression } from './evaluate.ts';
import { clickReached, elementCentre, focusElement, type Wanted } from './dom.ts';

/** What each kind of page must be able to do; everything else is built from these. */
export interface Surface {
  readonly evaluate: Evaluate;
  /** For scripts of others, axe for example. */
  readonly run: RunExpression;
  mouseClick(x: number, y: number): Promise<void>;
  /** Enters text as a keyboard or an input method would. */
  type(text: string): Promise<void>;
  /** One key by its name (`Enter`, `Tab`, `a`), with modifiers in front: `Shift+Enter`. */
  press(key: string): Promise<void>;
}

/** A page of the extension as a person meets it: roles, names and texts; no class names, no ids. */
export interface Screen extends Surface {
  text(): Promise<string>;
  waitFor<A extends readonly unknown[]>(
    work: (...args: A) => boolean,
    args?: A,
    timeoutMs?: number,
  ): Promise<void>;
  waitForText(text: string | RegExp, timeoutMs?: number): Promise<void>;
  /** Waits for the element, scrolls it into view and clicks its middle with the mouse. */
  click(role: string, name: string | RegExp): Promise<void>;
  focus(role: string, name: string | RegExp): Promise<void>;
  /** True when such an element is visible now. */
  has(role: string, name: string | RegExp): Promise<boolean>;
  waitForElement(role: string, name: string | RegExp, timeoutMs?: number): Promise<void>;
}

function wanted(role: string, name: string | RegExp): Wanted {
  return name instanceof RegExp
    ? { role, pattern: name.source, flags: name.flags }
    : { role, pattern: name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), flags: 'i' };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function until<T>(
  what: string,
  timeoutMs: number,
  look: () => Promise<T | null>,
  explain: () => Promise<string>,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const found = await look();
      if (found !== null) return found;
    } catch (error) {
      last = error;
    }
    await pause(40);
  }
  const seen = await explain().catch((error: unknown) => `(not readable: ${String(error)})`);
  throw new Error(`Waited ${timeoutMs} ms for ${what}. The page says:\n${seen.slice(0, 1500)}`, {
    cause: last,
  });
}

export function createScreen(surface: Surface): Screen {
  const text = () => surface.evaluate(() => document.body.innerText);
  const find = (role: string, name: string | RegExp, timeoutMs = 10_000, watch = false) =>
    until(
      `${role} “${String(name)}”`,
      timeoutMs,
      () => surface.evaluate(elementCentre, { ...wanted(role, name), watch }),
      text,
    );
  /** Nobody hits what still moves: a screen that is being filled is given a moment to come to rest. */
  async function atRest(role: string, name: string | RegExp): Promise<void> {
    let at = await find(role, name);
    for (let looks = 0, same = 0; looks < 30 && same < 2; looks += 1) {
      await pause(20);
      const before = at;
      at = await find(role, name);
      same = at.x === before.x && at.y === before.y ? same + 1 : 0;
    }
  }
  /** What the click reached after at most a second and a half; a document that is gone was reached, too. */
  async function reached(): Promise<string> {
    let what: string | null = null;
    for (const end = Date.now() + 1500; Date.now() < end; await pause(30)) {
      what = await surface.evaluate(clickReached).catch(() => null);
      if (what === null || what === 'it') return 'it';
      if (what !== 'nothing') return what;
    }
    return what ?? 'it';
  }
  return {
    ...surface,
    text,
    async waitFor(work, args, timeoutMs = 10_000) {
      const given = args ?? ([] as never); // as: no arguments given means the function takes none
      await until(
        work.toString().slice(0, 160),
        timeoutMs,
        async () => ((await surface.evaluate(work, ...given)) ? true : null),
        text,
      );
    },
    async waitForText(wantedText, timeoutMs = 10_000) {
      const fits = (page: string) =>
        typeof wantedText === 'string' ? page.includes(wantedText) : wantedText.test(page);
      await until(
        `the text “${String(wantedText)}”`,
        timeoutMs,
        async () => (fits(await text()) ? true : null),
        text,
      );
    },
    async click(role, name) {
      const strays: string[] = [];
      // As a person would: a click that reached something else, or nothing, is made again.
      while (strays.length < 3) {
        await atRest(role, name);
        const { x, y } = await find(role, name, undefined, true);
        await surface.mouseClick(x, y);
        const what = await reached();
        if (what === 'it') return;
        strays.push(what);
        console.warn(`A click on ${role} “${String(name)}” reached ${what}; it is made again.`);
      }
      throw new Error(`No click reached ${role} “${String(name)}”, but: ${strays.join('; ')}.`);
    },
    async focus(role, name) {
      await find(role, name);
      await surface.evaluate(focusElement, wanted(role, name));
    },
    async has(role, name) {
      return (await surface.evaluate(elementCentre, wanted(role, name))) !== null;
    },
    async waitForElement(role, name, timeoutMs) {
      await find(role, name, timeoutMs);
    },
  };
}
