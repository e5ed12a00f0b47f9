const GAP = 4;

/** Puts an open popover under its button, or above it, inside the window. Firefox 142 has no anchor positioning. */
export function placeBelow(popover: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const box = popover.getBoundingClientRect();
  const fitsBelow = anchor.bottom + GAP + box.height <= window.innerHeight;
  const top = fitsBelow ? anchor.bottom + GAP : Math.max(GAP, anchor.top - GAP - box.height);
  const rightToLeft = getComputedStyle(button).direction === 'rtl';
  const wanted = rightToLeft ? anchor.right - box.width : anchor.left;
  const left = Math.max(GAP, Math.min(wanted, window.innerWidth - box.width - GAP));
  popover.style.top = `${top}px`;
  popover.style.left = `${left}px`;
}
