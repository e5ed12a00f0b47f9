// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { createInlineStyles } from '../../../lib/capture/page/inline-styles.ts';

function element(style: string | null): HTMLElement {
  const made = document.createElement('div');
  if (style !== null) made.setAttribute('style', style);
  document.body.append(made);
  return made;
}
afterEach(() => document.body.replaceChildren());

describe('styles changed for a moment', () => {
  it.each([[null], [''], ['color:red'], [' color : red ;  opacity: .5 '], ['opacity: 0.3 !important;']])(
    'are put back to the letter: %s',
    (style) => {
      const made = element(style);
      const styles = createInlineStyles();
      styles.set(made, { opacity: '0', 'transition-property': 'none' });
      expect(made.style.getPropertyValue('opacity')).toBe('0');
      styles.unset(made, ['opacity']);
      styles.set(made, { opacity: '0' });
      styles.undo();
      expect(made.getAttribute('style')).toBe(style);
    },
  );

  it('leave alone what the page changed itself meanwhile', () => {
    const made = element('color: red; opacity: 0.5');
    const styles = createInlineStyles();
    styles.set(made, { opacity: '0' });
    made.style.setProperty('color', 'blue');
    styles.undo();
    expect(made.style.getPropertyValue('color')).toBe('blue');
    expect(made.style.getPropertyValue('opacity')).toBe('0.5');
  });

  it('can be shown and hidden again in between', () => {
    const made = element('opacity: 0.5');
    const styles = createInlineStyles();
    styles.set(made, { opacity: '0' });
    styles.unset(made, ['opacity']);
    expect(made.style.getPropertyValue('opacity')).toBe('0.5');
  });
});
