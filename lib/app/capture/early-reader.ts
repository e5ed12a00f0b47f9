import type { ProbeOutcome } from '../../capture/page-evidence.ts';
import type { Findings } from './evidence-of.ts';
import type { Eyes } from './sightings.ts';

/** Reads the page's answer as soon as it is there, while the browser is still drawing the picture. */
export function earlyReader(
  eyes: Eyes,
  read: (outcome: ProbeOutcome) => Findings,
): Readonly<{ eyes: Eyes; findings: (outcome: ProbeOutcome) => Findings }> {
  let early: Readonly<{ outcome: ProbeOutcome; findings: Findings }> | null = null;
  return {
    eyes: {
      ...eyes,
      async evidence(tab) {
        const outcome = await eyes.evidence(tab);
        early = { outcome, findings: read(outcome) };
        return outcome;
      },
    },
    /** What was seen may have become another outcome once the picture was known. */
    findings: (outcome) => (early?.outcome === outcome ? early.findings : read(outcome)),
  };
}
