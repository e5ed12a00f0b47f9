// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
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
