import type { Scale } from './editor-store.ts';

const STEPS = [0.05, 0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** @param shown screen pixels per bitmap pixel at present */
export function nextZoom(to: 'in' | 'out' | 'fit' | 'full', shown: number): Scale {
  if (to === 'fit') return 'fit';
  if (to === 'full') return 1;
  // A fitted picture is rarely exactly on a step.
  return to === 'in'
    ? (STEPS.find((step) => step > shown * 1.01) ?? 4)
    : (STEPS.findLast((step) => step < shown * 0.99) ?? 0.05);
}
