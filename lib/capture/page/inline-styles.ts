/** Inline styles of a page's elements, changed for a moment and put back to the letter. */
export type InlineStyles = Readonly<{
  /** Sets properties with `!important`. Long forms only: a short form cannot be put back in parts. */
  set(element: Styled, styles: Readonly<Record<string, string>>): void;
  /** Takes single properties of one element back. */
  unset(element: Styled, names: readonly string[]): void;
  /** Everything as it was. What the page changed itself meanwhile stays. */
  undo(): void;
}>;

export type Styled = HTMLElement | SVGElement;

type Before = Readonly<{
  attribute: string | null;
  css: string;
  values: Map<string, readonly [value: string, priority: string]>;
}> & { mine: string };

/** Kept until the end: taken back together with others it would set off a transition. */
const LAST = 'transition-property';

/** By what it has: an element of a frame is of another window's kind. */
export function isStyled(element: Element): element is Styled {
  return 'style' in element;
}

/** Chromium writes the attribute only when it is read: removed before that, an empty one comes back. */
function removeStyle(element: Styled): void {
  element.getAttribute('style');
  element.removeAttribute('style');
}

export function createInlineStyles(): InlineStyles {
  const changed = new Map<Styled, Before>();

  function before(element: Styled): Before {
    const known = changed.get(element);
    if (known) return known;
    const css = element.style.cssText;
    const made: Before = { attribute: element.getAttribute('style'), css, values: new Map(), mine: css };
    changed.set(element, made);
    return made;
  }
  function putBack(element: Styled, { values }: Before, names: Iterable<string>): void {
    for (const name of names) {
      const [value, priority] = values.get(name) ?? ['', ''];
      if (value === '') element.style.removeProperty(name);
      else element.style.setProperty(name, value, priority);
    }
  }
  function restore(element: Styled, was: Before, untouched: boolean): void {
    if (!untouched) {
      putBack(element, was, was.values.keys());
      if (was.attribute === null && element.style.length === 0) removeStyle(element);
      return;
    }
    if (was.attribute === null) removeStyle(element);
    else element.setAttribute('style', was.attribute);
    // A page may forbid styles in attributes; those set one by one it cannot forbid.
    if (element.style.cssText !== was.css) element.style.cssText = was.css;
  }

  return {
    set(element, styles) {
      const was = before(element);
      for (const [name, value] of Object.entries(styles)) {
        const old = [element.style.getPropertyValue(name), element.style.getPropertyPriority(name)] as const;
        if (!was.values.has(name)) was.values.set(name, old);
        element.style.setProperty(name, value, 'important');
      }
      was.mine = element.style.cssText;
    },
    unset(element, names) {
      const was = changed.get(element);
      if (!was) return;
      putBack(element, was, names);
      was.mine = element.style.cssText;
    },
    undo() {
      const untouched = new Map(
        Array.from(changed, ([element, was]) => [element, element.style.cssText === was.mine]),
      );
      for (const [element, was] of changed) {
        if (was.values.has(LAST))
          putBack(
            element,
            was,
            Array.from(was.values.keys()).filter((name) => name !== LAST),
          );
      }
      // Asking for a size makes the browser apply what was put back so far, while nothing may glide.
      void document.documentElement.offsetWidth;
      for (const [element, was] of changed) restore(element, was, untouched.get(element) ?? false);
      changed.clear();
    },
  };
}
