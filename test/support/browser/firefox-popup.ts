import type { Popup } from './driver.ts';
import { evaluator, type Evaluate } from './evaluate.ts';
import { createScreen } from './screen.ts';

/** Sends a frame script to a frame and returns its answer; null when there is no such frame. */
export type AskFrame = (script: string) => Promise<string | null>;

/** Wraps statements into a frame script that answers with JSON on the topic put in place of TOPIC. */
function frameScript(statements: string): string {
  return `(async () => {
    let answer;
    try { answer = { value: await (async () => { ${statements} })() }; }
    catch (error) { answer = { error: String(error) + (error && error.stack ? ' ' + error.stack : '') }; }
    sendAsyncMessage('TOPIC', JSON.stringify(answer));
  })();`;
}

const EVALUATE = (expression: string) => `
  const box = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
  const value = await Cu.evalInSandbox(${JSON.stringify(`(async () => JSON.stringify(await (${expression})))()`)}, box);
  return value === undefined ? undefined : JSON.parse(value);`;

/** Real input events of the browser, not scripted ones: `isTrusted` is true in the page. */
const INPUT = `
  for (let i = 0; i < 100 && !content.document.hasFocus(); i += 1) await new Promise((ok) => content.setTimeout(ok, 20));
  if (!content.document.hasFocus()) throw new Error('The popup does not have the keyboard.');
  const tip = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!tip.beginInputTransactionForTests(content)) throw new Error('The popup takes no keyboard input.');`;

const TYPE = (text: string) => `${INPUT}
  for (const sign of ${JSON.stringify(text)}) {
    if (sign.length > 1) { tip.setPendingCompositionString(sign); tip.appendClauseToPendingComposition(sign.length, tip.ATTR_RAW_CLAUSE); tip.flushPendingComposition(); tip.commitComposition(); continue; }
    const event = new content.KeyboardEvent('', { key: sign });
    tip.keydown(event); tip.keyup(event);
  }`;

const PRESS = (keys: readonly string[]) => `${INPUT}
  const codes = { Enter: 13, Tab: 9, Escape: 27, Backspace: 8, Delete: 46, ArrowDown: 40, ArrowUp: 38, ArrowLeft: 37, ArrowRight: 39, Space: 32 };
  const events = ${JSON.stringify(keys)}.map((name) => new content.KeyboardEvent('', { key: name === 'Space' ? ' ' : name, code: /^[0-9]$/.test(name) ? 'Digit' + name : /^(Alt|Control|Meta|Shift)$/.test(name) ? name + 'Left' : name, keyCode: codes[name] ?? 0 }));
  for (const event of events) tip.keydown(event);
  for (const event of events.reverse()) tip.keyup(event);`;

const CLICK = (x: number, y: number) => `
  const utils = content.windowUtils;
  for (const type of ['mousemove', 'mousedown', 'mouseup']) {
    const buttons = type === 'mousemove' ? 0 : 1;
    if (content.synthesizeMouseEvent) content.synthesizeMouseEvent(type, ${x}, ${y}, { button: 0, buttons, clickCount: buttons });
    else utils.sendMouseEvent(type, ${x}, ${y}, 0, buttons, 0);
  }`;

function teller(what: string, ask: AskFrame): (statements: string) => Promise<unknown> {
  return async (statements) => {
    const answer = await ask(frameScript(statements));
    if (answer === null) throw new Error(`There is no ${what} now.`);
    const parsed: { value?: unknown; error?: string } = JSON.parse(answer);
    if (parsed.error !== undefined) throw new Error(`In the ${what}: ${parsed.error}`);
    return parsed.value;
  };
}

/** Evaluates in a frame of the extension that BiDi does not show. */
export function frameEvaluator(what: string, ask: AskFrame): Evaluate {
  const tell = teller(what, ask);
  return evaluator((expression) => tell(EVALUATE(expression)));
}

/** The popup of Firefox: BiDi does not show it, a frame script in its own process does. */
export function firefoxPopup(
  ask: AskFrame,
  isOpen: () => Promise<boolean>,
  close: () => Promise<void>,
): Popup {
  const tell = teller('popup', ask);
  const screen = createScreen({
    evaluate: evaluator((expression) => tell(EVALUATE(expression))),
    run: (expression) => tell(EVALUATE(expression)),
    mouseClick: async (x, y) => void (await tell(CLICK(x, y))),
    type: async (text) => void (await tell(TYPE(text))),
    press: async (combination) => void (await tell(PRESS(combination.split('+')))),
  });
  return { ...screen, isOpen, close };
}
