// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pageProbe } from '../../../lib/capture/page-evidence.ts';
import { probePage } from '../../../lib/capture/page-probe.ts';

function page(build: (body: HTMLElement) => void): readonly string[] {
  document.body.replaceChildren();
  build(document.body);
  return probePage().lines;
}
function add(parent: Element, tag: string, text = '', attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement(tag);
  element.append(text);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
}

beforeEach(() => {
  document.body.replaceChildren();
});

describe('the function sent into the page', () => {
  it('answers with what the schema expects', () => {
    expect(pageProbe.safeParse(structuredClone(probePage())).success).toBe(true);
  });

  it('needs nothing from outside itself, for it travels as text', () => {
    // A closure over anything of ours would be a ReferenceError here.
    // oxlint-disable-next-line no-new-func, no-implied-eval, typescript/no-implied-eval -- our own text, as executeScript does it
    const alone: unknown = new Function(`return (${probePage.toString()})()`)();
    expect(pageProbe.safeParse(structuredClone(alone)).success).toBe(true);
  });

  it('tells the window as the failing page itself sees it', () => {
    vi.stubGlobal('devicePixelRatio', 1.25);
    vi.stubGlobal('innerWidth', 1024);
    vi.stubGlobal('innerHeight', 600);
    expect(probePage().environment).toMatchObject({ dpr: 125, viewport: { width: 1024, height: 600 } });
  });

  it('reads error stacks whole, each once, and none from ordinary text', () => {
    // In one line: the page of this test does not keep line breaks, browsers do.
    const stack = 'Error: gone save@https://portal.example/app.js:12:34';
    page((body) => {
      add(body, 'pre', 'npm install\nnpm test');
      add(add(body, 'div', '', { class: 'stack-trace' }), 'pre', stack);
      add(body, 'pre', 'x\n'.repeat(9000));
    });
    expect(probePage().traces.map((text) => text.trim())).toEqual([stack]);
  });

  it('reads headings, alerts and lines that name an error or an id', () => {
    const lines = page((body) => {
      add(body, 'h1', 'Invoices');
      add(body, 'p', 'All about invoices.');
      add(body, 'div', 'It could not be saved.', { role: 'alert' });
      add(body, 'p', 'Fehlercode: RG-1207');
    });
    expect(lines).toEqual(['Invoices', 'It could not be saved.', 'Fehlercode: RG-1207']);
  });

  it('joins a name with its value in the next cell', () => {
    const lines = page((body) => {
      const list = add(body, 'dl');
      add(list, 'dt', 'Request ID');
      add(list, 'dd', '8f2c-11');
    });
    expect(lines).toContain('Request ID: 8f2c-11');
  });

  it('never reads what somebody typed', () => {
    const lines = page((body) => {
      const alert = add(body, 'div', 'Error', { role: 'alert' });
      add(alert, 'input', '', { value: 'typed-secret' });
      add(alert, 'textarea', 'area-secret');
      add(alert, 'div', 'editor-secret', { contenteditable: 'true' });
      add(add(alert, 'select'), 'option', 'option-secret');
    });
    expect(lines.join()).not.toContain('secret');
  });

  it('stays within its bounds on a huge page', () => {
    const lines = page((body) => {
      for (let i = 0; i < 2000; i += 1) add(body, 'p', `Error ${'x'.repeat(1000)}`, { class: 'error' });
    });
    expect(lines.length).toBeLessThanOrEqual(80);
    expect(Math.max(...lines.map((l) => l.length))).toBeLessThanOrEqual(500);
  });
});

describe('fields for secrets', () => {
  const BOX = { left: 10.4, top: 20, right: 110, bottom: 50.2, width: 99.6, height: 30.2, x: 10.4, y: 20 };

  function fieldsOf(fields: readonly Record<string, string>[], box: Partial<typeof BOX> = {}) {
    document.body.replaceChildren();
    for (const attributes of fields) {
      const input = add(document.body, 'input', '', attributes);
      input.getBoundingClientRect = () => ({ ...BOX, ...box, toJSON: () => ({}) });
    }
    return probePage().sensitive;
  }

  it('are found by type, by what they say to fill in, and by usual names', () => {
    const kinds = (...fields: Record<string, string>[]) => fieldsOf(fields).map(({ field }) => field);
    expect(
      kinds(
        { type: 'password' },
        { autocomplete: 'current-password' },
        { name: 'userPassword', type: 'text' },
        { 'aria-label': 'Kennwort' },
      ),
    ).toEqual(['password', 'password', 'password', 'password']);
    expect(
      kinds(
        { autocomplete: 'cc-number' },
        { autocomplete: 'billing cc-csc' },
        { name: 'cardNumber' },
        { id: 'card_no' },
        { placeholder: 'CVV' },
        { type: 'password', autocomplete: 'cc-csc' },
      ),
    ).toEqual(['card', 'card', 'card', 'card', 'card', 'card']);
    expect(
      kinds(
        { autocomplete: 'one-time-code' },
        { name: 'otp' },
        { placeholder: 'Verification code' },
        { id: 'tan' },
      ),
    ).toEqual(['one-time-code', 'one-time-code', 'one-time-code', 'one-time-code']);
  });

  it('are told from fields that only sound like them', () => {
    expect(
      fieldsOf([
        { name: 'shipping' },
        { name: 'passenger' },
        { name: 'passport' },
        { name: 'quantity' },
        { name: 'postcode' },
        { name: 'voucher-code' },
        { type: 'checkbox', name: 'remember-password' },
        { type: 'submit', name: 'password' },
      ]),
    ).toEqual([]);
  });

  it('come with their place in whole pixels, and never with what is in them', () => {
    const found = fieldsOf([{ type: 'password', value: 'typed-secret' }]);
    expect(found).toEqual([{ field: 'password', x: 10, y: 20, width: 100, height: 31 }]);
    expect(JSON.stringify(probePage())).not.toContain('typed-secret');
  });

  it('count only where they can be seen', () => {
    const field = [{ type: 'password' }];
    expect(fieldsOf(field, { right: 11, width: 0.6 })).toEqual([]);
    expect(fieldsOf(field, { top: innerHeight + 5, bottom: innerHeight + 40 })).toEqual([]);
    expect(fieldsOf(field, { left: -300, right: -10 })).toEqual([]);
  });

  it('are twenty at most', () => {
    expect(fieldsOf(Array.from({ length: 40 }, () => ({ type: 'password' })))).toHaveLength(20);
  });
});
