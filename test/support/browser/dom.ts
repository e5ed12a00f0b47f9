// Functions that run inside a page: each must stand alone, because only its source text gets there.

export interface Wanted {
  readonly role: string;
  readonly pattern: string;
  readonly flags: string;
  /** Write on the document whether the next click reached the element: {@link clickReached} reads it. */
  readonly watch?: boolean;
}

/** Middle of the first visible, enabled element with that role and accessible name, scrolled into view; or null. */
export function elementCentre({ role, pattern, flags, watch }: Wanted): { x: number; y: number } | null {
  const native: Record<string, string> = {
    button: 'button, summary, input[type=button], input[type=submit]',
    link: 'a[href]',
    textbox: 'textarea, input:not([type]), input[type=text], input[type=search], input[type=date]',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio]',
    combobox: 'select',
    heading: 'h1, h2, h3, h4',
    img: 'img, svg[aria-label]',
    dialog: 'dialog',
    file: 'input[type=file]',
    row: 'tr',
    listitem: 'li',
  };
  const searchbox = role === 'textbox' ? ', [role=searchbox]' : '';
  const selector = `[role=${role}]${searchbox}${native[role] ? `, ${native[role]}` : ''}`;
  const wantedName = new RegExp(pattern, flags);
  const nameOf = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby');
    if (by)
      return by
        .split(/\s+/)
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
    const label = element.getAttribute('aria-label');
    if (label) return label;
    const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
    if (labels.length > 0) return labels.map((node) => node.textContent).join(' ');
    const own = element.getAttribute('alt') ?? element.textContent;
    return own || (element.getAttribute('placeholder') ?? element.getAttribute('title') ?? '');
  };
  // What lies behind an open dialog cannot be clicked.
  const root = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document;
  for (const element of root.querySelectorAll(selector)) {
    const other = element.getAttribute('role');
    if (other !== null && other !== role && !(role === 'textbox' && other === 'searchbox')) continue;
    if (!wantedName.test(nameOf(element).replace(/\s+/g, ' ').trim())) continue;
    if ('disabled' in element && element.disabled === true) continue;
    // A hidden radio or checkbox is reached through the label drawn in its place.
    const drawn =
      element instanceof HTMLInputElement && element.labels?.[0] && element.offsetWidth <= 1
        ? element.labels[0]
        : element;
    drawn.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const box = drawn.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    if (watch) {
      const { dataset } = document.documentElement;
      dataset['clickReached'] = 'nothing';
      const seen = (event: Event) => {
        const at = event.target instanceof Element ? event.target : document.body;
        // Drawn anew in between, it is another element of the same place.
        const again = !drawn.isConnected && at.closest('a, button, input, label, summary, [role]') !== null;
        dataset['clickReached'] =
          again || event.composedPath().includes(drawn) ? 'it' : at.outerHTML.slice(0, 200);
      };
      addEventListener('click', seen, { capture: true, once: true });
    }
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return null;
}

/** What the click reached: `it`, `nothing` yet, or the beginning of another element; null in another document. */
export function clickReached(): string | null {
  return document.documentElement.dataset['clickReached'] ?? null;
}

/** Moves the keyboard to the element at the middle that elementCentre() finds. */
export function focusElement({ role, pattern, flags }: Wanted): boolean {
  const wantedName = new RegExp(pattern, flags);
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, [tabindex], [role]',
  );
  for (const element of all) {
    const kind = element.getAttribute('role') ?? element.tagName.toLowerCase();
    const same =
      kind === role ||
      (role === 'textbox' && ['textarea', 'input', 'searchbox'].includes(kind)) ||
      (role === 'link' && kind === 'a') ||
      (role === 'combobox' && kind === 'select');
    if (!same) continue;
    const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
    const by = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const texts = [
      element.getAttribute('aria-label'),
      ...by.map((id) => document.getElementById(id)?.textContent),
      ...labels.map((node) => node.textContent),
      element.textContent,
      element.getAttribute('placeholder'),
    ];
    if (!texts.some((text) => text && wantedName.test(text.replace(/\s+/g, ' ').trim()))) continue;
    element.focus();
    return document.activeElement === element;
  }
  return false;
}
